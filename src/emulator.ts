export { createEmulator, type Emulator } from './emulator/create-emulator.js';
export type { EmulatorOptions } from './emulator/options.js';
export type { IdMaker } from './emulator/org/ids.js';
export type { Attribute, Attributes } from './emulator/schema/attribute.js';
export type { Seed, SeedApp, SeedGroup, SeedUser } from './emulator/seed/seed.js';
