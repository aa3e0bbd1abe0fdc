import { writeFile } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/** Writes a file, or says in a sentence why that did not work. */
export async function write(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new UsageError(`${file} could not be written: ${(error as Error).message}`);
  }
}
