import { lineIndex } from '../../../text/index.ts';
import { asText, member } from '../../../istio/index.ts';
import { scenarioFile } from '../../../operations/index.ts';
import { parseDocument, splitDocuments } from '../../../yaml/index.ts';

/** A scenario within its file. */
export interface KeptText {
  readonly text: string;
  /** Where it begins in the file. */
  readonly from: number;
  /** The line of the file, from 1, on which it begins. */
  readonly line: number;
}

/** The scenario that a file holds: its first document that says something, so that what stands before it is no part of it. */
export function scenarioIn(file: string): KeptText {
  const documents = splitDocuments(file);
  const said = documents.find(({ text }) => /^[^#\s-]|^-[^-]/m.test(text)) ?? documents[0];
  if (!said) return { text: file, from: 0, line: 1 };
  return { text: said.text, from: said.from, line: lineIndex(file).position(said.from).line };
}

/** The file that a draft is kept as. */
export const fileForDraft = (files: readonly { readonly path: string }[], text: string): string =>
  scenarioFile(files, asText(member(parseDocument(text).value, 'name')) ?? '');
