import { useSessionState } from '../../session.tsx';
import type { Answer } from './sendState.ts';

/** Whether an answer is one about an earlier text: it is being worked out anew. */
export const useStale = (answer: Answer | null): boolean =>
  useSessionState((state) => answer !== null && state.revision !== answer.revision);
