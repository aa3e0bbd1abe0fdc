import type { Session } from '../types.ts';
import { writeSteps, type Written } from './disk.ts';
import type { Link } from './link.ts';
import type { SaveStep } from './save-plan.ts';

/** With so many files to write, progress is shown, and the person can stop it. */
const MANY = 20;

/** Writes to the folder, and notes what both sides agree on now. */
export async function writeLink(session: Session, link: Link, steps: readonly SaveStep[]): Promise<Written> {
  const { base, port, name } = link;
  const written = await (steps.length <= MANY
    ? writeSteps(steps, base, port)
    : new Promise<Written>((resolve, reject) => {
        session
          .work(async (signal, tell) => {
            const onStep = (done: number) => tell({ label: `Saving to ${name}`, done, total: steps.length });
            onStep(0);
            resolve(await writeSteps(steps, base, port, onStep, signal));
          })
          .catch(reject);
      }));
  // Meanwhile a decision may have moved what is agreed on of other files.
  const next = new Map(link.base);
  const found = new Map(link.found);
  for (const { path } of steps) {
    const now = written.base.get(path);
    if (now) next.set(path, now);
    else next.delete(path);
    found.set(path, now ?? null);
  }
  link.base = next;
  link.found = found;
  return written;
}
