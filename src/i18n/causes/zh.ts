/** The causes in Chinese: the whole catalogue, with closer prose for those that a paste alone can prove. Loaded when a cause is first shown. */
import { catalogue } from './catalogue-zh.ts';
import { close } from './close-zh.ts';
import { withCloser } from './prose.ts';

export const causes = withCloser(catalogue, close);
