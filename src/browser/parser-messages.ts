import type { ParsedDocument } from '../yaml/index.ts';

export interface ParserRequest {
  readonly texts: readonly string[];
}

/** The next documents, in the order of the request. */
export interface ParserReply {
  readonly documents: readonly Omit<ParsedDocument, 'text'>[];
}
