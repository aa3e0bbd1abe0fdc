import { readFiles } from '../../../browser/index.ts';
import type { OpenedFile } from '../../../session/index.ts';

export type TakeIn = (reading: Promise<readonly OpenedFile[]>) => void;

/** Asks for files, or for a folder. */
export function pickFiles(take: TakeIn, folder: boolean): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  if (folder) input.webkitdirectory = true;
  else input.accept = '.zip,.md,.markdown';
  input.addEventListener('change', () => {
    if (input.files?.length) take(readFiles(input.files));
  });
  input.click();
}
