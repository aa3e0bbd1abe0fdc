import { createCell } from './cell.ts';

/** Whether every field shows its path, default and sentence, not only the one that has the focus. */
export const explained = createCell(false);
