import type { SessionState } from '../../session/index.ts';
import type { TopologyEdge } from '../../topology/index.ts';
import type { Command } from '../commands/command.ts';
import { lineFor } from './connect/reconnection.ts';
import { selectedWays } from './connect/selectedWay.ts';
import { edgeWords } from './edge/edgeWords.ts';
import { announce, canvasStore, type Spot } from './state/canvasState.ts';
import { isSelectedEdge } from './state/selected.ts';

type Seen = Pick<SessionState, 'analysis' | 'selection'>;

/** The line after the selected one, of those that leave a place, or where none does of those that reach it; null without any. */
export function nextWay({ analysis, selection }: Seen, { node, row }: Spot): TopologyEdge | null {
  const written = analysis.drawn.edges.filter(({ origin }) => origin !== null);
  const leaving = written.filter(
    ({ source, sourceRow }) => source === node && (row === null || sourceRow === row),
  );
  const ways = leaving.length > 0 ? leaving : written.filter(({ target }) => target === node);
  const at = ways.findIndex((edge) => isSelectedEdge(selection, edge));
  return ways[(at + 1) % ways.length] ?? null;
}

/** What the keyboard can do with lines: go along them, and lead them elsewhere. */
export const wayCommands: Command[] = [
  {
    id: 'canvas.next-way',
    title: 'Select the next line of what is selected',
    group: 'Canvas',
    keys: ['W'],
    within: 'canvas',
    enabled: () => canvasStore.get().cursor !== null,
    run: ({ session }) => {
      const { cursor } = canvasStore.get();
      const state = session.getState();
      const way = cursor && nextWay(state, cursor);
      if (!way?.origin) return announce('No line starts or ends here.');
      session.dispatch({ type: 'select', ...way.origin, origin: 'canvas' });
      const label = (id: string) => state.analysis.drawn.nodes.find((node) => node.id === id)?.label ?? '';
      announce(`${label(way.source)} ${edgeWords(way, label(way.target))}`);
    },
  },
  {
    id: 'canvas.reconnect',
    title: 'Lead the selected line elsewhere …',
    group: 'Canvas',
    keys: ['R'],
    within: 'canvas',
    enabled: (state) => selectedWays(state).length > 0,
    run: ({ session }) => {
      const [way] = selectedWays(session.getState());
      if (!way) return announce('Select a line that can lead elsewhere first.');
      canvasStore.set({ choosingFor: { ...lineFor(way), how: 'route' } });
    },
  },
];
