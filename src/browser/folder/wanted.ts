// What Chromium has and the DOM types of TypeScript do not name yet.
// https://wicg.github.io/file-system-access/ , https://github.com/whatwg/fs/blob/main/proposals/FileSystemObserver.md

type Access = 'granted' | 'prompt' | 'denied';

export interface FolderHandle extends FileSystemDirectoryHandle {
  queryPermission?(how: { mode: 'readwrite' }): Promise<Access>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<Access>;
}

interface Observer {
  observe(handle: FileSystemHandle, options: { recursive: boolean }): Promise<void>;
  disconnect(): void;
}

interface WantedOfWindow {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FolderHandle>;
  FileSystemObserver?: new (callback: () => void) => Observer;
}

/** The window, with what not every browser has. Asked for each time: tests put things in its place. */
export const wanted = (): WantedOfWindow => window as unknown as WantedOfWindow;
