// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/all_routes.h"

#include "server/routes/absent_routes.h"
#include "server/routes/admin_user_routes.h"
#include "server/routes/album_routes.h"
#include "server/routes/album_user_routes.h"
#include "server/routes/api_key_routes.h"
#include "server/routes/archive_routes.h"
#include "server/routes/asset_copy_routes.h"
#include "server/routes/asset_edit_routes.h"
#include "server/routes/asset_routes.h"
#include "server/routes/auth_routes.h"
#include "server/routes/device_routes.h"
#include "server/routes/docs_routes.h"
#include "server/routes/download_routes.h"
#include "server/routes/face_picture_routes.h"
#include "server/routes/face_routes.h"
#include "server/routes/file_routes.h"
#include "server/routes/frame_routes.h"
#include "server/routes/hardware_routes.h"
#include "server/routes/history_routes.h"
#include "server/routes/image_bulk_routes.h"
#include "server/routes/image_file_routes.h"
#include "server/routes/image_query_routes.h"
#include "server/routes/image_routes.h"
#include "server/routes/image_upload_routes.h"
#include "server/routes/import_routes.h"
#include "server/routes/library_routes.h"
#include "server/routes/memory_routes.h"
#include "server/routes/model_routes.h"
#include "server/routes/open_routes.h"
#include "server/routes/pairing_routes.h"
#include "server/routes/people_act_routes.h"
#include "server/routes/people_routes.h"
#include "server/routes/person_routes.h"
#include "server/routes/place_routes.h"
#include "server/routes/preferences_routes.h"
#include "server/routes/progress_routes.h"
#include "server/routes/queue_routes.h"
#include "server/routes/scene_routes.h"
#include "server/routes/search_routes.h"
#include "server/routes/server_info_routes.h"
#include "server/routes/server_routes.h"
#include "server/routes/session_routes.h"
#include "server/routes/stack_routes.h"
#include "server/routes/status_routes.h"
#include "server/routes/store_routes.h"
#include "server/routes/suggestion_routes.h"
#include "server/routes/sync_routes.h"
#include "server/routes/sync_stream_routes.h"
#include "server/routes/tag_routes.h"
#include "server/routes/task_routes.h"
#include "server/routes/timeline_routes.h"
#include "server/routes/trash_routes.h"
#include "server/routes/tus_routes.h"
#include "server/routes/upload_routes.h"
#include "server/routes/user_routes.h"
#include "server/routes/work_routes.h"

#include <iterator>

namespace kinframe::server {

std::vector<http::Route> allRoutes(const ApiServices &services)
{
    std::vector<http::Route> all;
    for (const auto routesOf :
         {openRoutes,      docsRoutes,       authRoutes,        userRoutes,       adminUserRoutes, sessionRoutes,
          pairingRoutes,   apiKeyRoutes,     uploadRoutes,      assetRoutes,      personRoutes,    peopleRoutes,
          peopleActRoutes, faceRoutes,       facePictureRoutes, suggestionRoutes, historyRoutes,   progressRoutes,
          workRoutes,      importRoutes,     statusRoutes,      modelRoutes,      libraryRoutes,   imageRoutes,
          imageBulkRoutes, imageFileRoutes,  imageUploadRoutes, imageQueryRoutes, fileRoutes,      storeRoutes,
          tusRoutes,       sceneRoutes,      taskRoutes,        frameRoutes,      downloadRoutes,  hardwareRoutes,
          syncRoutes,      serverRoutes,     deviceRoutes,      syncStreamRoutes, assetEditRoutes, preferencesRoutes,
          queueRoutes,     serverInfoRoutes, albumRoutes,       albumUserRoutes,  tagRoutes,       trashRoutes,
          stackRoutes,     searchRoutes,     archiveRoutes,     memoryRoutes,     absentRoutes,    assetCopyRoutes,
          placeRoutes,     timelineRoutes}) {
        std::vector<http::Route> routes = routesOf(services);
        std::move(routes.begin(), routes.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace kinframe::server
