import { keepTyping } from '../../commands/typedAhead.ts';
import { canvasStore, type CanvasState } from './canvasState.ts';

/** What is asked over the canvas: by a list to choose from, or a menu. */
type Asked = Partial<Pick<CanvasState, 'adding' | 'choosingFor' | 'choosingHost' | 'choosingNamespaces'>>;

/** Opens what asks; what is typed before it is there is kept for it. */
export function ask(asked: Asked): void {
  keepTyping(() =>
    canvasStore.set({ adding: null, choosingFor: null, choosingHost: false, choosingNamespaces: false }),
  );
  canvasStore.set(asked);
}
