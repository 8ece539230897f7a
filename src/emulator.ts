export { createEmulator, type Emulator } from './emulator/create-emulator.js';
export type { Faults } from './emulator/faults/faults.js';
export type { AnswerFault, FaultAction, FaultRule, Spoiling } from './emulator/faults/rule.js';
export type { Latency } from './emulator/latency.js';
export type { RateLimitTable } from './emulator/limits/setting.js';
export type { EmulatorOptions } from './emulator/options.js';
export type { IdMaker } from './emulator/org/ids.js';
export type { OutboxKind, OutboxMessage, OutboxPurpose } from './emulator/outbox/outbox-message.js';
export type { Attribute, Attributes } from './emulator/schema/attribute.js';
export type {
  Seed,
  SeedApp,
  SeedAuthorizationServer,
  SeedGroup,
  SeedRefreshToken,
  SeedUser,
} from './emulator/seed/seed.js';
