/**
 * Properties draw the same cases in every ordinary run, so that the gate fails for a change and for nothing else.
 * The deep run draws new ones each time; what it finds becomes a test of its own.
 */
import fc from 'fast-check';

if (process.env['DEEP'] !== '1') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_260_101 });
