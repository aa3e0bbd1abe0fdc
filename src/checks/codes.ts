import type { CodeInfo } from './codes/code-info.ts';
import { fileCodes } from './codes/file.ts';
import { objectCodes } from './codes/object.ts';
import { schemaCodes } from './codes/schema.ts';

/** Every problem that Meshwright knows, by its code. A code, once given, keeps its meaning and is never given again. */
export const CODES = { ...fileCodes, ...objectCodes, ...schemaCodes } as const satisfies Record<
  string,
  CodeInfo
>;

export type Code = keyof typeof CODES;

export function isCode(text: string): text is Code {
  return Object.hasOwn(CODES, text);
}

export function codeInfo(code: Code): CodeInfo {
  return CODES[code];
}
