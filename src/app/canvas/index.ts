export { Canvas } from './Canvas.tsx';
export { canvasCommands } from './commands.ts';
