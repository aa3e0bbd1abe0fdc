import { MAX_FILE_BYTES, type OpenedFile } from '../session/index.ts';

/** So many files are read at a time: to ask for a thousand at once keeps the page from answering. */
const AT_A_TIME = 16;

/** The files that a person picked, bytes as they are; a folder's files by their paths inside it. */
export async function readFiles(files: Iterable<File>): Promise<OpenedFile[]> {
  const all = [...files];
  const read: OpenedFile[] = [];
  const left = all.entries();
  const reader = async () => {
    for (const [index, file] of left)
      read[index] = await readFile(file, file.webkitRelativePath || file.name);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, reader));
  return read;
}

/** One file's bytes. One that is too large for a workspace is named but not read, so that it cannot fill the memory. */
export async function readFile(file: File, path: string): Promise<OpenedFile> {
  if (file.size > MAX_FILE_BYTES) return { path, content: '', size: file.size };
  return { path, content: new Uint8Array(await file.arrayBuffer()) };
}
