import type { ErrorCode } from 'yaml';
import type { SyntaxProblemCode } from './types.ts';

/** What a parser's error means, in words for a person with a broken file. */
export const MESSAGES: Record<ErrorCode, string> = {
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
  BLOCK_IN_FLOW: 'Inside { } or [ ] only values in the same style can stand; this begins an indented block.',
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
  UNEXPECTED_TOKEN: 'This does not belong here: what came before it is complete.',
};

export function problemCodeOf(code: ErrorCode): SyntaxProblemCode {
  if (code === 'TAB_AS_INDENT') return 'tab';
  if (code === 'DUPLICATE_KEY') return 'duplicate-key';
  if (code === 'RESOURCE_EXHAUSTION') return 'too-deep';
  return 'syntax';
}
