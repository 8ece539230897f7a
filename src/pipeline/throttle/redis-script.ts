import { AT_ONCE, SAME_WINDOW_S, SPARE, WINDOW_MS } from './governor-options.js';

/** Learned limits are kept so long after their last use. */
const KEPT_MS = 3_600_000;

const OPEN = `
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local read = redis.call('HMGET', KEYS[1], 'limit', 'left', 'reset', 'endsAt', 'nextAt', 'assumed')
local limit, left, reset, endsAt, nextAt, assumed = unpack(read)
local known = limit and true
limit, left, reset, endsAt, nextAt = tonumber(limit), tonumber(left), tonumber(reset), tonumber(endsAt), tonumber(nextAt)
assumed = assumed == '1'
local function text(number) return string.format('%.3f', number) end
local function save()
  redis.call('HSET', KEYS[1], 'limit', limit, 'left', left, 'reset', text(reset), 'endsAt', text(endsAt),
    'nextAt', text(nextAt), 'assumed', assumed and '1' or '0')
  redis.call('PEXPIRE', KEYS[1], ${KEPT_MS})
end
`;

/**
 * `takeTurn` in Lua. `ARGV`: time (empty for that of Redis), percent. Gives granted, milliseconds to wait, known.
 */
export const TAKE = `${OPEN}
if not known then return { 1, 0, 0 } end
if now >= endsAt then left, endsAt, nextAt, assumed = limit, now + ${WINDOW_MS}, now, true end
local usable = math.max(1, math.floor(limit * (tonumber(ARGV[2]) / 100 - ${SPARE})))
local rest = left - (limit - usable)
if rest <= 0 then
  save()
  return { 0, math.ceil(endsAt - now), 1 }
end
local at = rest > usable * ${AT_ONCE} and now or math.max(now, nextAt)
left = left - 1
nextAt = at + (endsAt - at) / rest
save()
return { 1, math.ceil(at - now), 1 }
`;

/**
 * `learnLimit` in Lua. `ARGV`: time (empty for that of Redis), limit (empty if not said), remaining, reset,
 * milliseconds until then, 1 if refused.
 */
export const LEARN = `${OPEN}
local seenLimit, seenLeft, seenReset = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local seenEnd, refused = now + tonumber(ARGV[5]), ARGV[6] == '1'
if known and refused and seenLimit and seenLimit < limit then return 0 end
limit = seenLimit or limit
if not limit then return 0 end
if refused then seenLeft = 0 end
local isNext = not known or refused or seenReset > reset + ${SAME_WINDOW_S}
if not known or refused or (isNext and not assumed) then
  left, reset, endsAt, nextAt, assumed = seenLeft, seenReset, seenEnd, now, false
elseif isNext == assumed then
  if isNext then reset = seenReset end
  left, endsAt, assumed = math.min(left, seenLeft), math.min(endsAt, seenEnd), false
else
  return 0
end
save()
return 1
`;
