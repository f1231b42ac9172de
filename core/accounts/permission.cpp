// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/permission.h"

#include <algorithm>
#include <array>

namespace kinframe::accounts {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array<QStringView, 156> names{
    u"all",
    u"activity.create",
    u"activity.delete",
    u"activity.read",
    u"activity.statistics",
    u"activity.update",
    u"adminAuth.unlinkAll",
    u"adminSession.read",
    u"adminUser.create",
    u"adminUser.delete",
    u"adminUser.read",
    u"adminUser.update",
    u"album.create",
    u"album.delete",
    u"album.download",
    u"album.read",
    u"album.share",
    u"album.statistics",
    u"album.update",
    u"albumAsset.create",
    u"albumAsset.delete",
    u"albumUser.create",
    u"albumUser.delete",
    u"albumUser.update",
    u"apiKey.create",
    u"apiKey.delete",
    u"apiKey.read",
    u"apiKey.update",
    u"archive.read",
    u"asset.copy",
    u"asset.delete",
    u"asset.derive",
    u"asset.download",
    u"asset.edit.create",
    u"asset.edit.delete",
    u"asset.edit.get",
    u"asset.read",
    u"asset.replace",
    u"asset.share",
    u"asset.statistics",
    u"asset.update",
    u"asset.upload",
    u"asset.view",
    u"auth.changePassword",
    u"authDevice.delete",
    u"backup.delete",
    u"backup.download",
    u"backup.list",
    u"backup.upload",
    u"duplicate.delete",
    u"duplicate.read",
    u"face.create",
    u"face.delete",
    u"face.read",
    u"face.update",
    u"folder.read",
    u"job.create",
    u"job.read",
    u"library.create",
    u"library.delete",
    u"library.read",
    u"library.statistics",
    u"library.update",
    u"maintenance",
    u"map.read",
    u"map.search",
    u"memory.create",
    u"memory.delete",
    u"memory.read",
    u"memory.statistics",
    u"memory.update",
    u"memoryAsset.create",
    u"memoryAsset.delete",
    u"notification.create",
    u"notification.delete",
    u"notification.read",
    u"notification.update",
    u"partner.create",
    u"partner.delete",
    u"partner.read",
    u"partner.update",
    u"person.create",
    u"person.delete",
    u"person.merge",
    u"person.read",
    u"person.reassign",
    u"person.statistics",
    u"person.update",
    u"pinCode.create",
    u"pinCode.delete",
    u"pinCode.update",
    u"plugin.create",
    u"plugin.delete",
    u"plugin.read",
    u"plugin.update",
    u"queue.read",
    u"queue.update",
    u"queueJob.create",
    u"queueJob.delete",
    u"queueJob.read",
    u"queueJob.update",
    u"server.about",
    u"server.apkLinks",
    u"server.statistics",
    u"server.storage",
    u"server.versionCheck",
    u"serverLicense.delete",
    u"serverLicense.read",
    u"serverLicense.update",
    u"session.create",
    u"session.delete",
    u"session.lock",
    u"session.read",
    u"session.update",
    u"sharedLink.create",
    u"sharedLink.delete",
    u"sharedLink.read",
    u"sharedLink.update",
    u"stack.create",
    u"stack.delete",
    u"stack.read",
    u"stack.update",
    u"sync.stream",
    u"syncCheckpoint.delete",
    u"syncCheckpoint.read",
    u"syncCheckpoint.update",
    u"systemConfig.read",
    u"systemConfig.update",
    u"systemMetadata.read",
    u"systemMetadata.update",
    u"tag.asset",
    u"tag.create",
    u"tag.delete",
    u"tag.read",
    u"tag.update",
    u"timeline.download",
    u"timeline.read",
    u"user.read",
    u"user.update",
    u"userLicense.create",
    u"userLicense.delete",
    u"userLicense.read",
    u"userLicense.update",
    u"userOnboarding.delete",
    u"userOnboarding.read",
    u"userOnboarding.update",
    u"userPreference.read",
    u"userPreference.update",
    u"userProfileImage.create",
    u"userProfileImage.delete",
    u"userProfileImage.read",
    u"userProfileImage.update",
    u"workflow.create",
    u"workflow.delete",
    u"workflow.read",
    u"workflow.update",
};

bool isEverything(const std::vector<QString> &permissions)
{
    return permissions.empty() || std::ranges::find(permissions, u"all"_s) != permissions.end();
}

} // namespace

std::span<const QStringView> permissionNames()
{
    return names;
}

bool may(const Principal &principal, QStringView permission)
{
    if (permission.startsWith(u"admin") && !principal.isAdmin) {
        return false;
    }
    return isEverything(principal.permissions) ||
           std::ranges::find(principal.permissions, permission) != principal.permissions.end();
}

Result<void> checkGrant(const Principal &by, const std::vector<QString> &permissions)
{
    for (const QString &permission : permissions) {
        if (std::ranges::find(names, permission) == names.end()) {
            return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"permissions"_s},
                                                     {u"value"_s, permission},
                                                     {u"expected"_s, u"a permission, for example asset.read"_s}});
        }
    }
    const auto isHeld = [&](const QString &permission) {
        return std::ranges::find(by.permissions, permission) != by.permissions.end();
    };
    if (isEverything(by.permissions) || (!permissions.empty() && std::ranges::all_of(permissions, isHeld))) {
        return {};
    }
    return fail(ErrorCode::Forbidden, {{u"what"_s, u"give a key more rights than your own"_s}});
}

} // namespace kinframe::accounts
