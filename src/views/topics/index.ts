export { Sidebar } from './sidebar.tsx'
export { TopicView } from './topic-view.tsx'
