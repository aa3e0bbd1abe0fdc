import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { loadLesson, startProgress } from '../../../lessons/index.ts';
import type { SessionState } from '../../../session/index.ts';

// The platform is asked for while loading, and these tests run outside a browser.
vi.stubGlobal('navigator', { platform: 'Linux' });
const { readAsked, readTold } = await import('./messages.ts');
const { toldOf } = await import('./told.ts');

const presenting = { panes: ['canvas'], scale: 1.5, laser: false, dark: true, since: 99 } as const;
const resource = (name: string, more = {}) => ({ id: name, kind: 'Service', name, ...more });
const stateOf = (selected: string | null) =>
  ({
    workspace: { name: 'Shop' },
    analysis: { mesh: { resources: [resource('a'), resource('b'), resource('c', { assumed: true })] } },
    selection: selected && { resource: selected },
  }) as unknown as SessionState;

describe('what the notes window is told', () => {
  it('is the step, its notes, its goals and what comes next', async () => {
    const lesson = await loadLesson('external-host');
    const progress = { ...startProgress(lesson), at: 1 };
    const [first, second] = [
      { title: '', met: true, missing: '' },
      { title: '', met: false, missing: 'Not yet.' },
    ];
    const told = toldOf(stateOf(null), presenting, { lesson, progress }, [first, second]);
    expect(told).toMatchObject({
      title: lesson.title,
      place: `Step 2 of ${lesson.steps.length}`,
      heading: lesson.steps[1]?.title,
      next: lesson.steps[2]?.title,
      notes: [lesson.steps[1]?.notes],
      minutes: lesson.minutes,
      since: 99,
      dark: true,
    });
    expect(told.goals.map(({ state, missing }) => [state, missing])).toEqual([
      ['met', ''],
      ['missing', 'Not yet.'],
    ]);
    expect(toldOf(stateOf(null), presenting, { lesson, progress }, null).goals[0]?.state).toBe('open');
  });

  it('begins with the notes of the whole lesson, and ends with what was learned and the trap', async () => {
    const lesson = await loadLesson('external-host');
    const at = (step: number) =>
      toldOf(stateOf(null), presenting, { lesson, progress: { ...startProgress(lesson), at: step } }, null);
    expect(at(0).notes[0]).toBe(lesson.notes);
    const end = at(lesson.steps.length);
    expect(end).toMatchObject({ place: 'The end', next: null, goals: [] });
    expect(end.notes.join(' ')).toContain(lesson.trap);
  });

  it('is the resource among those of the files where no lesson runs', () => {
    expect(toldOf(stateOf(null), presenting, null, null)).toMatchObject({
      title: 'Shop',
      place: '2 resources',
      next: 'Service a',
      minutes: null,
    });
    expect(toldOf(stateOf('b'), presenting, null, null)).toMatchObject({
      place: '2 of 2',
      heading: 'Service b',
      next: null,
    });
  });

  it('comes through the channel as it was sent', async () => {
    const lesson = await loadLesson('failover');
    const told = toldOf(stateOf(null), presenting, { lesson, progress: startProgress(lesson) }, null);
    expect(readTold(structuredClone(told))).toEqual(told);
    expect(readTold({ kind: 'gone' })).toEqual({ kind: 'gone' });
    expect(readTold({ ...told, notes: [1] })).toBeNull();
    expect(readTold({ ...told, goals: [{}] })).toBeNull();
  });
});

describe('messages', () => {
  it('that are none of ours are dropped', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readAsked(value)).toBeNull();
        expect(readTold(value)).toBeNull();
      }),
    );
    expect(readAsked({ kind: 'ask', what: 'delete' })).toBeNull();
    expect(readAsked({ kind: 'ask', what: 'next' })).toEqual({ kind: 'ask', what: 'next' });
  });
});
