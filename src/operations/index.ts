export type { Operation, Plan } from './types.ts';
