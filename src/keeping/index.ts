export { AtHand } from './at-hand.tsx'
export { KeepOffline, KeptOffline } from './keep-offline.tsx'
