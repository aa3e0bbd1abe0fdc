import type { ErrorCode } from 'yaml';
import type { SyntaxProblemCode } from './types.ts';

/** What a parser's error means, in words for a person with a broken file. */
const MESSAGES: Record<ErrorCode, string> = {
  ALIAS_PROPS:
    'An alias (*name) cannot carry an anchor or a tag of its own. Remove what stands before the *.',
  BAD_ALIAS: 'This alias (*name) has no usable name or names no anchor (&name) above it in this document.',
  BAD_COLLECTION_TYPE: 'The tag here does not fit the kind of collection that follows it.',
  BAD_DIRECTIVE: 'This line begins with %, which YAML keeps for directives, and it is none that can be read.',
  BAD_DQ_ESCAPE:
    'Inside double quotes \\ begins an escape, and this is none. Write \\\\ for a backslash, or use single quotes.',
  BAD_INDENT: 'This line is indented differently from its neighbours, so it belongs to none of them.',
  BAD_PROP_ORDER: 'Anchors (&name) and tags (!name) stand before a value, not before the key that holds it.',
  BAD_SCALAR_START: 'A plain value cannot begin with this character. Put quotes around the value.',
  BLOCK_AS_IMPLICIT_KEY:
    'A map or list cannot begin on this line: is a line break missing after the colon, or are quotes missing around a value with ": " in it?',
  BLOCK_IN_FLOW:
    'Inside { } or [ ] no indented block can begin. Is a comma missing between two values, or a closing bracket above?',
  DUPLICATE_KEY: 'This key stands twice in the same map.',
  IMPOSSIBLE: 'This cannot be read as YAML.',
  KEY_OVER_1024_CHARS: 'A key may have 1,024 characters at most, and must be on one line.',
  MISSING_CHAR: 'Something that was opened is not closed here, or a separator is missing.',
  MULTILINE_IMPLICIT_KEY:
    'This key runs over several lines. Is a colon or a closing quote missing on the line before?',
  MULTIPLE_ANCHORS: 'A value can have one anchor (&name) only.',
  MULTIPLE_DOCS: 'A new document begins inside this one. Put --- on a line of its own between them.',
  MULTIPLE_TAGS: 'A value can have one tag (!name) only.',
  NON_STRING_KEY: 'Keys of Kubernetes objects are text; this one is a map, a list or an alias.',
  RESOURCE_EXHAUSTION: 'This is nested too deeply to be read.',
  TAB_AS_INDENT: 'A tab cannot indent YAML. Use spaces.',
  TAG_RESOLVE_FAILED: 'The tag here (!name) is unknown or does not fit its value.',
  UNEXPECTED_TOKEN: 'This does not belong here: what came before it is complete. Is its indentation right?',
};

/** Codes under which the parser reports several mistakes: what its own message says tells which. */
const CLOSER: readonly [RegExp, string][] = [
  [
    /^Missing closing/,
    'A quote that was opened is not closed. Add the closing quote, or remove the opening one.',
  ],
  [
    /map.*}$/,
    'A { that was opened is not closed here. Add the missing }, or indent this line as far as the rest.',
  ],
  [
    /sequence.*]$/,
    'A [ that was opened is not closed here. Add the missing ], or indent this line as far as the rest.',
  ],
  [/^Missing ,/, 'A comma is missing between two values in { } or [ ].'],
  [
    /^Implicit map keys/,
    'A colon is missing behind this key. Write "key: value", with a space behind the colon.',
  ],
  [/^Missing space after :/, 'A space is missing behind the colon.'],
  [/^Comments must be separated/, 'A space is missing before this #: only then does it begin a comment.'],
  [/^Sequence item without/, 'Everything in this list begins with "- ", but this does not.'],
  [/^All sequence items/, 'The dashes of one list must stand in the same column.'],
  [/^All mapping items/, 'The keys of one map must stand in the same column.'],
  [/directives-end/, 'A line of --- is missing here, between what comes before a document and the document.'],
];

/** What an error of the parser means: which kind of problem it is, and what to tell a person. */
export function wordsFor(code: ErrorCode, message: string): { code: SyntaxProblemCode; message: string } {
  if (code === 'TAB_AS_INDENT' || message.startsWith('Tabs'))
    return { code: 'tab', message: MESSAGES.TAB_AS_INDENT };
  if (code === 'RESOURCE_EXHAUSTION') return { code: 'too-deep', message: MESSAGES[code] };
  const closer = CLOSER.find(([words]) => words.test(message))?.[1];
  return { code: 'syntax', message: closer ?? MESSAGES[code] };
}
