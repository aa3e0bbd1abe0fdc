import type { OpenedFile } from './types.ts';

/** Larger files are refused: reading, splitting and keeping them would not stay smooth in a page. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

export type Decoded = { readonly text: string } | { readonly refused: string };

/**
 * A file's bytes as text, such that writing the text as UTF-8 gives the same bytes again (a byte order mark stays).
 * What cannot keep that promise is refused with a sentence that says what to do.
 */
export function decodeFile({ content, size: told }: OpenedFile): Decoded {
  const length = told ?? content.length;
  if (length > MAX_FILE_BYTES) {
    const size = Math.ceil(length / 1024 / 1024);
    return {
      refused: `It is ${size} MB; the limit is ${MAX_FILE_BYTES / 1024 / 1024} MB. Split it into smaller files.`,
    };
  }
  if (typeof content === 'string') return content.includes('\0') ? BINARY : { text: content };
  if (isUtf16(content)) {
    return {
      refused:
        'It is written in UTF-16, which Kubernetes tools do not read. Save it as UTF-8 and open it again.',
    };
  }
  if (content.includes(0)) return BINARY;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) };
  } catch {
    return {
      refused:
        'It is not UTF-8 text, so its bytes could not be kept as they are. Save it as UTF-8 and open it again.',
    };
  }
}

const BINARY: Decoded = { refused: 'It is a binary file, not YAML text.' };

/** A byte order mark of UTF-16, or the first letters of it without one (`a` `NUL` `p` `NUL`). */
function isUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && c === 0 && !!b && !!d) || (b === 0 && d === 0 && !!a && !!c);
}
