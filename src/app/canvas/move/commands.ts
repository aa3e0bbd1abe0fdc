import type { Command } from '../../commands/command.ts';
import { announce } from '../state/canvasState.ts';
import { meantNode } from '../view/meant.ts';

/** So far a node goes with one key press, in canvas units: from dot to dot of the paper. */
const STEP = 20;

function nudge(where: string, key: string, dx: number, dy: number): Command {
  return {
    id: `canvas.nudge-${where}`,
    title: `Move the selected node ${where}`,
    group: 'Canvas',
    keys: [`Ctrl+Shift+${key}`],
    within: 'canvas',
    enabled: (state) => meantNode(state) !== null,
    run: ({ session, panes }) => {
      const state = session.getState();
      const id = meantNode(state)?.id;
      const placed = state.analysis.placed.nodes.find(({ node }) => node.id === id);
      if (!placed) return announce('Select something on the canvas first.');
      const { node, x, y } = placed;
      const mark = `move ${node.id}`;
      session.dispatch({ type: 'move-node', node: node.id, x: x + dx * STEP, y: y + dy * STEP, mark });
      panes.canvas?.reveal(node.id);
      announce(`Moved ${node.label} ${where}`);
    },
  };
}

/** What the mouse does by dragging a node. Where it stands is kept with the workspace, and in no file. */
export const moveCommands: Command[] = [
  nudge('left', 'ArrowLeft', -1, 0),
  nudge('right', 'ArrowRight', 1, 0),
  nudge('up', 'ArrowUp', 0, -1),
  nudge('down', 'ArrowDown', 0, 1),
];
