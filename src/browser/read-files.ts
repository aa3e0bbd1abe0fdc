import { MAX_FILE_BYTES, type OpenedFile } from '../session/index.ts';

/** The files that a person picked, bytes as they are; a folder's files by their paths inside it. */
export async function readFiles(files: Iterable<File>): Promise<OpenedFile[]> {
  return Promise.all([...files].map((file) => readFile(file, file.webkitRelativePath || file.name)));
}

/** One file's bytes. One that is too large for a workspace is named but not read, so that it cannot fill the memory. */
export async function readFile(file: File, path: string): Promise<OpenedFile> {
  if (file.size > MAX_FILE_BYTES) return { path, content: '', size: file.size };
  return { path, content: new Uint8Array(await file.arrayBuffer()) };
}
