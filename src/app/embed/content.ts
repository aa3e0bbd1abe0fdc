import { readLink, workspaceFromText } from '../../exchange/index.ts';
import { loadSample } from '../../session/index.ts';
import type { TextFile } from '../../text/index.ts';

/** What an embedded page shows. */
export interface EmbedContent {
  readonly name: string;
  readonly files: readonly TextFile[];
}

const SAMPLE = /^#(?:.*&)?sample=([a-z0-9-]{1,80})(?:&|$)/;

/**
 * What the fragment of the address says to show: a workspace, a sample, or the files that a step of a lesson begins with; the
 * first sample where it says nothing. Rejects, in words, for what cannot be shown.
 */
export async function contentOf(fragment: string): Promise<EmbedContent> {
  const link = readLink(fragment);
  if ('refused' in link) throw new Error(link.refused);
  if (link.workspace !== undefined) {
    const shared = workspaceFromText(link.workspace);
    if ('refused' in shared) throw new Error(shared.refused);
    return { name: shared.name, files: shared.files };
  }
  if (link.pack !== undefined)
    throw new Error('An embedded page shows no lesson of a pack. Embed the workspace of the step instead.');
  if (link.lesson !== undefined) return lessonContent(link.lesson, link.step ?? 0);
  const sample = await loadSample(SAMPLE.exec(fragment)?.[1] ?? 'article');
  return { name: sample.name, files: sample.files };
}

async function lessonContent(id: string, step: number): Promise<EmbedContent> {
  const [{ fetchLesson }, { startOf }] = await Promise.all([
    import('../lesson/fetch.ts'),
    import('../lesson/arrival.ts'),
  ]);
  const lesson = await fetchLesson(id);
  if (step >= lesson.steps.length)
    throw new Error(
      `“${lesson.title}” has ${lesson.steps.length} steps, and this asks for step ${step + 1}.`,
    );
  return { name: lesson.title, files: startOf(lesson, step) };
}
