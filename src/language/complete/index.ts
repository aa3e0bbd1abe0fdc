export { complete } from './complete.ts';
export type { CompletionItem, CompletionList } from './item.ts';
