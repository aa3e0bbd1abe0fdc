import { useEffect, useState } from 'react';
import { whenIdle } from '../whenIdle.ts';
import type * as MonacoChunk from './chunk.ts';

type Chunk = typeof MonacoChunk;

export type MonacoState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly chunk: Chunk }
  | { readonly kind: 'failed' };

let loading: Promise<Chunk> | null = null;
let loaded: Chunk | null = null;

/** A plain text field, for when Monaco does not come. Fetched beside it: whatever keeps that away may keep away what is asked for later. */
export const plainEditor = () => import('./PlainEditor.tsx');

function load(): Promise<Chunk> {
  if (!loading) {
    loading = import('./chunk.ts').then(
      (chunk) => (loaded = chunk),
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    plainEditor().catch(() => {});
  }
  return loading;
}

/** Monaco, asked for when the page has been drawn and is idle: the picture and the forms come first. */
export function useMonaco(): { state: MonacoState; retry: () => void } {
  const [state, setState] = useState<MonacoState>(() =>
    loaded ? { kind: 'ready', chunk: loaded } : { kind: 'loading' },
  );
  useEffect(() => {
    if (state.kind !== 'loading') return;
    let gone = false;
    const stop = whenIdle(() => {
      load().then(
        (chunk) => !gone && setState({ kind: 'ready', chunk }),
        () => !gone && setState({ kind: 'failed' }),
      );
    });
    return () => {
      gone = true;
      stop();
    };
  }, [state.kind]);
  return { state, retry: () => setState({ kind: 'loading' }) };
}
