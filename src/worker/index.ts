export { allFiles, Gone, topicFiles } from './builds.ts'
export { readRecords, removeRecords, type What, writeRecord } from './kept.ts'
export { ANSWERS, addressOf, CACHES, KEEP_HEADER, noteAt } from './names.ts'
export { handOver, registerWorker } from './register.ts'
