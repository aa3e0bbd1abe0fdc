export { SourcePane } from './SourcePane.tsx';
export { sourceCommands } from './commands.ts';
