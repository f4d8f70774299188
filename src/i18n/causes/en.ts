/** The causes in English: the whole catalogue, with closer prose for those that a paste alone can prove. Loaded when a cause is first shown. */
import { catalogue } from './catalogue-en.ts';
import { close } from './close-en.ts';
import { withCloser } from './prose.ts';

export const causes = withCloser(catalogue, close);
