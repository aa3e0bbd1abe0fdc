import { wanted, type FolderHandle } from './wanted.ts';

/** Whether this browser lets a page open a folder and save into it: Chromium does, at https:// addresses and on localhost. */
export const canOpenFolders = (): boolean => wanted().showDirectoryPicker !== undefined;

/** Lets the person pick a folder; null where they think better of it. Only in a click. */
export async function pickFolder(): Promise<FolderHandle | null> {
  try {
    return (await wanted().showDirectoryPicker?.({ id: 'meshwright', mode: 'readwrite' })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
