import type { App } from '../app.ts';
import { expect } from '../app.ts';
import { Dice } from './dice.ts';
import { GESTURES } from './gestures.ts';
import { Hands, REDO, UNDO } from './hands.ts';
import { difference, expectPicture, filesOf, heapOf, undoEverything, type Files } from './invariants.ts';
import { soakMesh } from './mesh.ts';

export interface SoakOptions {
  readonly seed: number;
  readonly gestures: number;
  /** So many gestures lie between two looks at everything. */
  readonly every: number;
  /** How many of these looks end with a reload. */
  readonly reloads: number;
  /** Waits after each gesture until the page has come to rest: then the same seed does the same, however slow the machine. */
  readonly patient: boolean;
  /** Faults that the page has told of so far: errors of its program. */
  readonly faults: () => readonly string[];
  readonly tell?: (line: string) => void;
}

export interface SoakResult {
  readonly compared: number;
  readonly marked: number;
  readonly undone: number;
  readonly reloaded: number;
  /** The page's heap in bytes at each look, and how many gestures lay behind it since the page was loaded. */
  readonly heap: readonly { readonly gestures: number; readonly bytes: number }[];
}

/** Somebody works on three hundred resources without a plan; throws as soon as something does not hold, and says after what. */
export async function soak(app: App, options: SoakOptions): Promise<SoakResult> {
  const { seed, gestures, every, faults, tell = () => {} } = options;
  const dice = new Dice(seed);
  const hands = new Hands(app, dice);
  const done: string[] = [];
  const heap: { gestures: number; bytes: number }[] = [];
  const counts = { compared: 0, marked: 0, undone: 0, reloaded: 0 };

  await app.open();
  await app.openFiles(
    'Replace',
    soakMesh().map(({ path, text }) => ({ name: path.replace('/', '-'), text })),
  );
  await app.saved();
  await app.page.reload();
  await expect(app.editor).toBeAttached();
  let opened = await filesOf(app);
  let since = 0;

  const look = async (last: boolean) => {
    await hands.closeAll();
    // What is written in a field or a name is there once that is left.
    await hands.toCanvas();
    let files = await filesOf(app);
    let seen = await expectPicture(hands, files);
    counts[seen]++;
    // Once broken, most documents would stay so.
    for (let tries = 0; seen === 'marked' && tries < 12; tries++) {
      await hands.pressMany(UNDO, 5);
      files = await filesOf(app);
      seen = await expectPicture(hands, files);
      if (seen === 'compared') counts.compared++;
    }
    heap.push({ gestures: since, bytes: await heapOf(app) });
    const ends = last || dice.happens(options.reloads);
    if (ends || dice.happens(0.3)) await undoAll(files);
    if (ends) await reload(files);
  };

  /** Undone to the last step the bytes are those that were opened; done again, those that were there. */
  const undoAll = async (files: Files) => {
    const steps = await undoEverything(hands);
    counts.undone += steps;
    expect(difference(opened, await filesOf(app)), 'after undoing everything').toEqual([]);
    // No more than that: what was undone before is still there to be done again.
    await hands.pressMany(REDO, steps);
    let found = difference(files, await filesOf(app));
    // A key may have met something that opened or closed just then.
    for (let more = 0; found.length > 0 && more < 5; more++) {
      await hands.pressMany(REDO, 1);
      found = difference(files, await filesOf(app));
    }
    expect(found, 'after doing everything again').toEqual([]);
  };

  /** In the midst of typing. What was typed and all that was there before is there again. */
  const reload = async (before: Files) => {
    const mark = ` # ${seed}${counts.reloaded}`;
    const typing = before.size > 0 && (await hands.toYaml());
    if (typing) {
      await hands.keys('End', 'Escape');
      await app.page.keyboard.type(mark);
    }
    await app.page.reload();
    await expect(app.rail).toBeVisible();
    if (before.size > 0) await expect(app.editor).toBeAttached();
    opened = await filesOf(app);
    const unmarked = new Map([...opened].map(([path, text]) => [path, text.replace(mark, '')]));
    expect(difference(before, unmarked), 'after a reload').toEqual([]);
    if (typing) expect([...opened.values()].filter((text) => text.includes(mark))).toHaveLength(1);
    counts.reloaded++;
    since = 0;
  };

  for (let count = 1; count <= gestures; count++) {
    const gesture = dice.weighed(GESTURES);
    done.push(gesture.name);
    since++;
    try {
      const errors = gesture.breaks && dice.happens(0.8) ? await hands.errors() : null;
      await gesture.act(hands);
      await hands.drawn();
      await hands.answer();
      if (options.patient) await atRest(app);
      if (errors) await hands.takeBack(errors);
      expect(faults()).toEqual([]);
      await expect(app.page.getByText(/stopped working|^That did not work; nothing was changed/)).toHaveCount(
        0,
      );
      if (count % every === 0 || count === gestures) {
        await look(count === gestures);
        tell(
          `${count} of ${gestures}: ${JSON.stringify(counts)}, ${Math.round((heap.at(-1)?.bytes ?? 0) / 1e6)} MB`,
        );
      }
    } catch (error) {
      const last = done.slice(-12).join('; ');
      throw new Error(`Seed ${seed}, gesture ${count}, after: ${last}`, { cause: error });
    }
  }
  return { ...counts, heap };
}

async function atRest(app: App): Promise<void> {
  await app.settled();
  await app.saved();
}
