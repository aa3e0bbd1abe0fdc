import type { ParsedDocument, SyntaxProblemCode } from '../../yaml/index.ts';
import type { Code } from '../codes.ts';
import type { TextFinding } from '../finding.ts';

const codes: Readonly<Record<SyntaxProblemCode, Code>> = {
  syntax: 'MW0001',
  'duplicate-key': 'MW0002',
  tab: 'MW0003',
  'alias-bomb': 'MW0004',
  'too-deep': 'MW0005',
  'too-large': 'MW0006',
  binary: 'MW0007',
  template: 'MW0012',
};

/** What keeps the document from being read, in the words of the room that reads it. */
export function syntax({ problems }: ParsedDocument): readonly TextFinding[] {
  return problems.map(({ code, message, from, to }) => ({ code: codes[code], message, from, to }));
}
