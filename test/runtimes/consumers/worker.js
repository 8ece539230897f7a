import { createConfiguration, OktaApiError, UserApi } from '@okta/okta-sdk-nodejs';
import { scenario } from './scenario.js';

export default {
  async fetch(request) {
    try {
      return Response.json(await scenario({ createConfiguration, OktaApiError, UserApi }, await request.json()));
    } catch (error) {
      return new Response(error.stack, { status: 500 });
    }
  },
};
