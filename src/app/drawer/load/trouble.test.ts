import { describe, expect, it } from 'vitest';
import { choiceOf, troubleOf, TROUBLES, whereOf, withTrouble } from './trouble.ts';

describe('what goes wrong', () => {
  it.each(TROUBLES)('$value: what is chosen is recognized, from when to when stays', ({ value }) => {
    const step = withTrouble({ from: '10s', to: '20s', does: 'hangs' }, value);
    expect(step).toMatchObject({ from: '10s', to: '20s' });
    expect(troubleOf(step)).toBe(value);
  });

  it('keeps how many of the answers it is', () => {
    expect(withTrouble({ from: '1s', answers: 503, errors: '30%' }, 'answers 500')).toEqual({
      from: '1s',
      answers: 500,
      errors: '30%',
    });
  });

  it.each([[{ answers: 418 }], [{ errors: '5%' }], [undefined]])('%j is none of the choices', (step) => {
    expect(troubleOf(step)).toBeNull();
  });

  it.each([
    [{ endpoint: 'eu-1' }, 'endpoint eu-1'],
    [{ locality: 'eu/a' }, 'locality eu/a'],
    [undefined, 'all'],
  ])('%j is about %s, and back', (where, choice) => {
    expect(choiceOf(where)).toBe(choice);
    expect(whereOf(choice)).toEqual(where);
  });

  it('who is told by more than one thing is only in the text', () => {
    expect(choiceOf({ labels: { app: 'a' } })).toBe('own');
    expect(choiceOf({ endpoint: 'a', host: 'b' })).toBe('own');
  });
});
