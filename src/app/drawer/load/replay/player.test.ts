import { describe, expect, it } from 'vitest';
import { createPlayer } from './player.ts';

function played(calm = false) {
  let time: number | null = null;
  let tick: ((now: number) => void) | null = null;
  const shown: number[] = [];
  const player = createPlayer(
    { time: () => time, end: () => 10_000, show: (next) => shown.push((time = next)) },
    {
      soon(next) {
        tick = next;
        return () => {
          tick = null;
        };
      },
    },
    () => calm,
  );
  return {
    player,
    shown,
    go: (now: number) => tick?.(now),
    at: (next: number) => (time = next),
    runs: () => tick !== null,
  };
}

describe('a player', () => {
  it('begins at the beginning, and goes on as fast as it is told', () => {
    const { player, shown, go } = played();
    player.toggle();
    for (const now of [5000, 5100, 5200]) go(now);
    expect(shown).toEqual([0, 500, 1000]);
    player.faster();
    go(5300);
    expect([shown.at(-1), player.store.get().speed]).toEqual([3000, 20]);
    player.faster();
    expect(player.store.get().speed).toBe(1);
  });

  it('goes on from where somebody put it, and stops when asked', () => {
    const { player, shown, go, at, runs } = played();
    at(2000);
    player.toggle();
    for (const now of [0, 100]) go(now);
    expect(shown).toEqual([2500]);
    at(8000);
    go(200);
    expect(shown.at(-1)).toBe(8500);
    player.toggle();
    expect([player.store.get().playing, runs()]).toEqual([false, false]);
  });

  it('stops at the end, and begins anew from there', () => {
    const { player, shown, go, at, runs } = played();
    at(9900);
    player.toggle();
    for (const now of [0, 100]) go(now);
    expect([shown.at(-1), player.store.get().playing, runs()]).toEqual([10_000, false, false]);
    player.toggle();
    expect(shown.at(-1)).toBe(0);
  });

  it('changes the picture seldom for who asked for less motion', () => {
    const { player, shown, go } = played(true);
    player.toggle();
    for (const now of [0, 100, 400, 699]) go(now);
    expect(shown).toEqual([0]);
    go(700);
    expect(shown).toEqual([0, 3500]);
  });
});
