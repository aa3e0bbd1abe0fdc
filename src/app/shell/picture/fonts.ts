import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import monoUrl from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';
import { fileAsData } from '../../../browser/index.ts';
import type { PictureFont } from '../../../exchange/index.ts';

let fetched: Promise<readonly PictureFont[]> | null = null;

/** The fonts of the page, to be put into a picture. Rejects where they cannot be fetched, and tries again when next asked. */
export function pictureFonts(): Promise<readonly PictureFont[]> {
  fetched ??= Promise.all([
    fileAsData(interUrl, 'font/woff2').then((data): PictureFont => ({ family: 'Inter Variable', data })),
    fileAsData(monoUrl, 'font/woff2').then((data): PictureFont => ({
      family: 'JetBrains Mono Variable',
      data,
    })),
  ]).catch((error: unknown) => {
    fetched = null;
    throw error;
  });
  return fetched;
}
