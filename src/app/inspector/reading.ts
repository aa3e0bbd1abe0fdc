import { createCell } from './form/cell.ts';

/** How the selected resource is shown: as a form to fill in, or in plain sentences. */
export const reading = createCell<'form' | 'explain'>('form');
