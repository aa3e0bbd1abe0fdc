import { linkMesh, type Mesh } from '../istio/index.ts';
import type { TextFile } from '../text/index.ts';
import { parseDocument, splitDocuments } from '../yaml/index.ts';

/** The mesh of some files, read anew: for states that a lesson writes, not for those being edited. */
export const meshOfFiles = (files: readonly TextFile[]): Mesh =>
  linkMesh(
    files.map(({ path, text }) => ({
      path,
      documents: splitDocuments(text).map((slice) => parseDocument(slice.text)),
    })),
  );
