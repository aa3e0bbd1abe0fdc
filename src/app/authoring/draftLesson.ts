/** What a lesson that is being written is known by among those that are learned. */
export const draftLessonId = (draft: string, path: string): string =>
  `draft:${draft}:${encodeURIComponent(path)}`;

/** The draft and the file that an id means; null for a lesson that is none of a draft. */
export function partsOfDraftLesson(id: string): { readonly draft: string; readonly path: string } | null {
  const [, draft, path] = /^draft:([^:]+):(.+)$/.exec(id) ?? [];
  return draft === undefined || path === undefined ? null : { draft, path: decodeURIComponent(path) };
}
