import type { Page } from '@playwright/test';

/** Files of a folder by path; null for none. */
export type Disk = Readonly<Record<string, string | null>>;

/**
 * A real folder of the browser's own file system, which the page's picker gives: a test cannot press the browser's picker.
 * `observes: false` takes away the browser's way to tell of changes. With `asks`, the browser wants a click after a reload.
 */
export class Checkout {
  constructor(readonly page: Page) {}

  async prepare({ observes = true, asks = false } = {}): Promise<void> {
    await this.page.addInitScript(
      ({ observes, asks }) => {
        const pick = async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('repo', { create: true });
        Object.assign(window, { showDirectoryPicker: pick });
        if (!observes) Reflect.deleteProperty(window, 'FileSystemObserver');
        let access = asks && sessionStorage.getItem('asked') ? 'prompt' : 'granted';
        sessionStorage.setItem('asked', 'yes');
        Object.assign(FileSystemHandle.prototype, {
          queryPermission: () => Promise.resolve(access),
          requestPermission: () => Promise.resolve((access = 'granted')),
        });
      },
      { observes, asks },
    );
  }

  /** Writes as another program would. */
  write(files: Disk): Promise<void> {
    return this.page.evaluate(async (files) => {
      const top = await navigator.storage.getDirectory();
      const repo = await top.getDirectoryHandle('repo', { create: true });
      for (const [path, text] of Object.entries(files)) {
        const parts = path.split('/');
        const name = parts.pop() ?? '';
        let folder = repo;
        for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
        if (text === null) {
          await folder.removeEntry(name);
          continue;
        }
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
      }
    }, files);
  }

  /** The text of a file, with its byte order mark; null where there is none. */
  read(path: string): Promise<string | null> {
    return this.page.evaluate(async (path) => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('repo');
      const parts = path.split('/');
      const name = parts.pop() ?? '';
      try {
        for (const part of parts) folder = await folder.getDirectoryHandle(part);
        const bytes = await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer();
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      } catch {
        return null;
      }
    }, path);
  }

  /** The person comes back to the page from another window. */
  comeBack(): Promise<void> {
    return this.page.evaluate(() => void window.dispatchEvent(new Event('focus')));
  }

  /** Writing this file fails, as on a full disk, or works again. */
  fail(name: string | null): Promise<void> {
    return this.page.evaluate((name) => {
      const { prototype } = FileSystemFileHandle;
      type Write = (this: FileSystemFileHandle) => Promise<unknown>;
      const own = (Reflect.get(prototype, 'own') ?? Reflect.get(prototype, 'createWritable')) as Write;
      const createWritable: Write = function () {
        if (this.name === name) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
        return own.call(this);
      };
      Object.assign(prototype, { own, createWritable });
    }, name);
  }
}
