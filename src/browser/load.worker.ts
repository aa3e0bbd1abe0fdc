import { hearWith } from './late-desk.ts';

hearWith(() => import('./load-desk.ts'));
