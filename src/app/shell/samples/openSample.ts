import { FIRST_SAMPLE, loadSample, type Sample, type Session } from '../../../session/index.ts';

/** A sample with its files. Rejects, in words, where they cannot be fetched. */
async function fetched(id: string): Promise<Sample> {
  try {
    return await loadSample(id);
  } catch (error) {
    throw new Error('The sample could not be loaded. Check the connection and try again.', { cause: error });
  }
}

/** Opens a sample as a workspace of its own. */
export async function openSample(session: Session, id: string): Promise<void> {
  session.dispatch({ type: 'open-sample', sample: await fetched(id) });
}

/** Back to the sample that the workspace began as; the first one where it began as none. */
export async function resetToSample(session: Session): Promise<void> {
  const sample = await fetched(session.getState().workspace.sample ?? FIRST_SAMPLE.id);
  session.dispatch({ type: 'reset-to-sample', sample });
}
