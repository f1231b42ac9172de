// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/model_store.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <thread>
#include <vector>

namespace kinframe::ui {

/// The networks that faces are found and told apart with: which are here, which is in use, and fetching them.
/// GUI thread.
class FaceNetworks : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The name of the one that is fetched; empty: none is.
    Q_PROPERTY(QString fetching READ fetching NOTIFY progressed)
    /// 0 to 1 while one is fetched.
    Q_PROPERTY(double fraction READ fraction NOTIFY progressed)
    /// "1.2 MB of 37.2 MB" while one is fetched.
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressed)
    /// The act that failed: why, and what to do. Empty where nothing has.
    Q_PROPERTY(QString actErrorText READ actErrorText NOTIFY actErrorTextChanged)
    Q_PROPERTY(bool isMeasuring READ isMeasuring NOTIFY measuringChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        TitleRole,
        DetailRole,
        LicenceRole,
        LicenceUrlRole,
        IsRecogniserRole,
        IsUsedRole,
        IsHereRole,
        CanFetchRole,
        ProblemRole,
    };
    Q_ENUM(Role)

    using ListModel::ListModel;
    /// Stops a fetch; what has come so far is used by the next one.
    ~FaceNetworks() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QString fetching() const { return m_fetching; }
    [[nodiscard]] double fraction() const;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QString actErrorText() const { return m_actErrorText; }
    [[nodiscard]] bool isMeasuring() const { return m_isMeasuring; }

    void reload() override;
    Q_INVOKABLE void fetch(const QString &name);
    Q_INVOKABLE void cancelFetch();
    /// Tells people apart with that one from now on; all faces are measured anew in the background.
    Q_INVOKABLE void choose(const QString &name);
    /// Looks for all faces anew; what people have said stays. Later: lookingAgain.
    Q_INVOKABLE void lookAgain();

    Q_SIGNAL void progressed();
    Q_SIGNAL void actErrorTextChanged();
    Q_SIGNAL void measuringChanged();
    Q_SIGNAL void lookingAgain(int photos);

protected:
    void begin() override;

private:
    struct Found
    {
        std::vector<models::ModelStatus> networks;
        QString recogniser; ///< that was chosen; empty: the usual one
    };

    [[nodiscard]] bool isUsed(const models::ModelStatus &network) const;
    void fetched(const Result<void> &result);
    void setActErrorText(const QString &text);
    void setMeasuring(bool isMeasuring);

    Found m_found;
    Question m_question;
    QString m_fetching;
    models::FetchProgress m_progress;
    QString m_actErrorText;
    bool m_isMeasuring = false;
    std::jthread m_fetcher;
};

} // namespace kinframe::ui
