<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AccessKeys</name>
    <message numerus="yes">
        <source>May do %n thing(s) by name</source>
        <translation>
            <numerusform>May do %n thing by name</numerusform>
            <numerusform>May do %n things by name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActText</name>
    <message numerus="yes">
        <source>%n people merged into one</source>
        <translation>
            <numerusform>%n people merged into one</numerusform>
            <numerusform>%n people merged into one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) made a person of their own</source>
        <translation>
            <numerusform>%n face made a person of their own</numerusform>
            <numerusform>%n faces made a person of their own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) moved to another person</source>
        <translation>
            <numerusform>%n face moved to another person</numerusform>
            <numerusform>%n faces moved to another person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) moved to “%1”</source>
        <translation>
            <numerusform>%n face moved to “%1”</numerusform>
            <numerusform>%n faces moved to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) taken off this person</source>
        <translation>
            <numerusform>%n face taken off this person</numerusform>
            <numerusform>%n faces taken off this person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked as not a face</source>
        <translation>
            <numerusform>%n marked as not a face</numerusform>
            <numerusform>%n marked as not a face</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) hidden</source>
        <translation>
            <numerusform>%n person hidden</numerusform>
            <numerusform>%n people hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) shown again</source>
        <translation>
            <numerusform>%n person shown again</numerusform>
            <numerusform>%n people shown again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) made favourites</source>
        <translation>
            <numerusform>%n person added to the favourites</numerusform>
            <numerusform>%n people added to the favourites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) no longer favourites</source>
        <translation>
            <numerusform>%n person taken out of the favourites</numerusform>
            <numerusform>%n people taken out of the favourites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) answered</source>
        <translation>
            <numerusform>%n question answered</numerusform>
            <numerusform>%n questions answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddLinksDialog</name>
    <message numerus="yes">
        <source>%n file(s) will be downloaded.</source>
        <translation>
            <numerusform>%n file will be downloaded.</numerusform>
            <numerusform>%n files will be downloaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumCell</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumDialog</name>
    <message numerus="yes">
        <source>Add %n photo(s) to an album</source>
        <translation>
            <numerusform>Add %n photo to an album</numerusform>
            <numerusform>Add %n photos to an album</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumHeader</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumRow</name>
    <message numerus="yes">
        <source>%1, %n photo(s)</source>
        <translation>
            <numerusform>%1, %n photo</numerusform>
            <numerusform>%1, %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumTexts</name>
    <message numerus="yes">
        <source>%n photo(s) added to “%1”</source>
        <translation>
            <numerusform>%n photo added to “%1”</numerusform>
            <numerusform>%n photos added to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken out of “%1”</source>
        <translation>
            <numerusform>%n photo taken out of “%1”</numerusform>
            <numerusform>%n photos taken out of “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n album(s) deleted, the photos stay</source>
        <translation>
            <numerusform>%n album deleted, the photos stay</numerusform>
            <numerusform>%n albums deleted, the photos stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are in “%1” already.</source>
        <translation>
            <numerusform>%n photo is in “%1” already.</numerusform>
            <numerusform>%n photos are in “%1” already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumsBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumsMenu</name>
    <message numerus="yes">
        <source>Delete %n album(s), keep the photos</source>
        <translation>
            <numerusform>Delete %n album, keep the photos</numerusform>
            <numerusform>Delete %n albums, keep the photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterForm</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n graphics card(s)</source>
        <translation>
            <numerusform>%n graphics card</numerusform>
            <numerusform>%n graphics cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %n computer(s)</source>
        <translation>
            <numerusform>It has %n computer</numerusform>
            <numerusform>It has %n computers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Partition “%1” has %n computer(s)</source>
        <translation>
            <numerusform>Partition “%1” has %n computer</numerusform>
            <numerusform>Partition “%1” has %n computers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them ready for work</source>
        <translation>
            <numerusform>, %n of them ready for work</numerusform>
            <numerusform>, %n of them ready for work</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message numerus="yes">
        <source>Rate with %n star(s)</source>
        <translation>
            <numerusform>Rate with %n star</numerusform>
            <numerusform>Rate with %n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareSide</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message numerus="yes">
        <source>Delete %n photo(s) for good?</source>
        <translation>
            <numerusform>Delete %n photo for good?</numerusform>
            <numerusform>Delete %n photos for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) that Kinframe keeps will be deleted from this computer, which frees %1. Their faces, names, ratings and tags go too. This cannot be undone.</source>
        <translation>
            <numerusform>%n original that Kinframe keeps will be deleted from this computer, which frees %1. Their faces, names, ratings and tags go too. This cannot be undone.</numerusform>
            <numerusform>%n originals that Kinframe keeps will be deleted from this computer, which frees %1. Their faces, names, ratings and tags go too. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) lie in folders of your own. Those files stay there; Kinframe only forgets them, with their faces, names, ratings and tags.</source>
        <translation>
            <numerusform>%n photo lie in folders of your own. Those files stay there; Kinframe only forgets them, with their faces, names, ratings and tags.</numerusform>
            <numerusform>%n photos lie in folders of your own. Those files stay there; Kinframe only forgets them, with their faces, names, ratings and tags.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadActs</name>
    <message numerus="yes">
        <source>%n download(s) canceled</source>
        <translation>
            <numerusform>%n download canceled</numerusform>
            <numerusform>%n downloads canceled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) are tried again.</source>
        <translation>
            <numerusform>%n download is tried again.</numerusform>
            <numerusform>%n downloads are tried again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) left the list. The files stay where they are.</source>
        <translation>
            <numerusform>%n download left the list. Its file stays where it is.</numerusform>
            <numerusform>%n downloads left the list. The files stay where they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) added.</source>
        <translation>
            <numerusform>%n download added.</numerusform>
            <numerusform>%n downloads added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadNotices</name>
    <message numerus="yes">
        <source>Downloading %n item(s)…</source>
        <translation>
            <numerusform>Downloading %n item…</numerusform>
            <numerusform>Downloading %n items…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) saved</source>
        <translation>
            <numerusform>%n item saved</numerusform>
            <numerusform>%n items saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) saved to %1</source>
        <translation>
            <numerusform>%n item saved to %1</numerusform>
            <numerusform>%n items saved to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not come</source>
        <translation>
            <numerusform>%n did not come</numerusform>
            <numerusform>%n did not come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadOverview</name>
    <message numerus="yes">
        <source>%n download(s) paused</source>
        <translation>
            <numerusform>%n download paused</numerusform>
            <numerusform>%n downloads paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) wait for the hours that are set</source>
        <translation>
            <numerusform>%n download waits for the hours that are set</numerusform>
            <numerusform>%n downloads wait for the hours that are set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) wait for the network</source>
        <translation>
            <numerusform>%n download waits for the network</numerusform>
            <numerusform>%n downloads wait for the network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downloading: %1 of %n file(s) done</source>
        <translation>
            <numerusform>Downloading: %1 of %n file done</numerusform>
            <numerusform>Downloading: %1 of %n files done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadTexts</name>
    <message numerus="yes">
        <source>It is tried again in %n second(s).</source>
        <translation>
            <numerusform>It is tried again in %n second.</numerusform>
            <numerusform>It is tried again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is tried again in about %n minute(s).</source>
        <translation>
            <numerusform>It is tried again in about %n minute.</numerusform>
            <numerusform>It is tried again in about %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportActs</name>
    <message numerus="yes">
        <source>%n photo(s) could not be exported, “%1” first: %2</source>
        <translation>
            <numerusform>%n photo could not be exported, “%1” first: %2</numerusform>
            <numerusform>%n photos could not be exported, “%1” first: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) exported to “%1”</source>
        <translation>
            <numerusform>%n photo exported to “%1”</numerusform>
            <numerusform>%n photos exported to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) copied</source>
        <translation>
            <numerusform>%n photo copied</numerusform>
            <numerusform>%n photos copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are more than %n photo(s). Export them to a folder instead.</source>
        <translation>
            <numerusform>These are more than %n photo. Export them to a folder instead.</numerusform>
            <numerusform>These are more than %n photos. Export them to a folder instead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Export %n photo(s)</source>
        <translation>
            <numerusform>Export %n photo</numerusform>
            <numerusform>Export %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacesBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactTexts</name>
    <message numerus="yes">
        <source>stack of %n photo(s)</source>
        <translation>
            <numerusform>stack of %n photo</numerusform>
            <numerusform>stack of %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderModel</name>
    <message numerus="yes">
        <source>%n photo(s) moved to the trash</source>
        <translation>
            <numerusform>%n photo moved to the trash</numerusform>
            <numerusform>%n photos moved to the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderTexts</name>
    <message numerus="yes">
        <source>%n photo(s) and videos</source>
        <translation>
            <numerusform>%n photo or video</numerusform>
            <numerusform>%n photos and videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of it are gone. Put them back and the photos return by themselves, or move the photos to the trash.</source>
        <translation>
            <numerusform>%n file of it are gone. Put them back and the photos return by themselves, or move the photos to the trash.</numerusform>
            <numerusform>%n files of it are gone. Put them back and the photos return by themselves, or move the photos to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be taken.</source>
        <translation>
            <numerusform>%n file could not be taken.</numerusform>
            <numerusform>%n files could not be taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameMenu</name>
    <message numerus="yes">
        <source>Render %n frame(s) again</source>
        <translation>
            <numerusform>Render %n frame again</numerusform>
            <numerusform>Render %n frames again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HardwareRow</name>
    <message numerus="yes">
        <source>%n graphics card(s)</source>
        <translation>
            <numerusform>%n graphics card</numerusform>
            <numerusform>%n graphics cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageActs</name>
    <message numerus="yes">
        <source>%n photo(s) moved to the trash</source>
        <translation>
            <numerusform>%n photo moved to the trash</numerusform>
            <numerusform>%n photos moved to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) restored</source>
        <translation>
            <numerusform>%n photo restored</numerusform>
            <numerusform>%n photos restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) added to the favourites</source>
        <translation>
            <numerusform>%n photo added to the favourites</numerusform>
            <numerusform>%n photos added to the favourites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken out of the favourites</source>
        <translation>
            <numerusform>%n photo taken out of the favourites</numerusform>
            <numerusform>%n photos taken out of the favourites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) rated with %1</source>
        <translation>
            <numerusform>%n photo rated with %1</numerusform>
            <numerusform>%n photos rated with %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) without a rating now</source>
        <translation>
            <numerusform>%n photo without a rating now</numerusform>
            <numerusform>%n photos without a rating now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) rotated</source>
        <translation>
            <numerusform>%n photo rotated</numerusform>
            <numerusform>%n photos rotated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) could not be changed: %1</source>
        <translation>
            <numerusform>%n photo could not be changed: %1</numerusform>
            <numerusform>%n photos could not be changed: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) changed</source>
        <translation>
            <numerusform>%n photo changed</numerusform>
            <numerusform>%n photos changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n photo(s) changed</source>
        <translation>
            <numerusform>Tags of %n photo changed</numerusform>
            <numerusform>Tags of %n photos changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) archived</source>
        <translation>
            <numerusform>%n photo archived</numerusform>
            <numerusform>%n photos archived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken out of the archive</source>
        <translation>
            <numerusform>%n photo taken out of the archive</numerusform>
            <numerusform>%n photos taken out of the archive</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportActs</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) added.</source>
        <translation>
            <numerusform>%n photo added.</numerusform>
            <numerusform>%n photos added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be added.</source>
        <translation>
            <numerusform>%n file could not be added.</numerusform>
            <numerusform>%n files could not be added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyFacts</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoriesModel</name>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryCard</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>There is a “%1” in the library already, in %n photo(s).</source>
        <translation>
            <numerusform>There is a “%1” in the library already, in %n photo.</numerusform>
            <numerusform>There is a “%1” in the library already, in %n photos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingFiles</name>
    <message numerus="yes">
        <source>%n file(s) of the scene are missing</source>
        <translation>
            <numerusform>%n file of the scene is missing</numerusform>
            <numerusform>%n files of the scene are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelsSection</name>
    <message numerus="yes">
        <source>Looking for faces in %n photo(s) again.</source>
        <translation>
            <numerusform>Looking for faces in %n photo again.</numerusform>
            <numerusform>Looking for faces in %n photos again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleNews</name>
    <message numerus="yes">
        <source>%n new person(s) found.</source>
        <translation>
            <numerusform>%n new person found.</numerusform>
            <numerusform>%n new people found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCell</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonDialogs</name>
    <message numerus="yes">
        <source>Whose %n face(s) are these?</source>
        <translation>
            <numerusform>Whose face is this?</numerusform>
            <numerusform>Whose %n faces are these?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonHeader</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n face</numerusform>
            <numerusform>%n faces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoCommands</name>
    <message numerus="yes">
        <source>Rate with %n star(s)</source>
        <translation>
            <numerusform>Rate with %n star</numerusform>
            <numerusform>Rate with %n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressModel</name>
    <message numerus="yes">
        <source>%n thing(s) are running</source>
        <translation>
            <numerusform>%n thing is running</numerusform>
            <numerusform>%n things are running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PropertiesDialog</name>
    <message numerus="yes">
        <source>Change the properties of %n photo(s)</source>
        <translation>
            <numerusform>Change the properties of %n photo</numerusform>
            <numerusform>Change the properties of %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n photo(s)</source>
        <translation>
            <numerusform>Change %n photo</numerusform>
            <numerusform>Change %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionFace</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionStrip</name>
    <message numerus="yes">
        <source>%n question(s) wait</source>
        <translation>
            <numerusform>%n question waits</numerusform>
            <numerusform>%n questions wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoteBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message numerus="yes">
        <source>Remove %n download(s) from the list?</source>
        <translation>
            <numerusform>Remove %n download from the list?</numerusform>
            <numerusform>Remove %n downloads from the list?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) that are over leave the list: complete ones, failed ones and those that were canceled. The files stay where they are.</source>
        <translation>
            <numerusform>%n download that is over leaves the list. Its file stays where it is.</numerusform>
            <numerusform>%n downloads that are over leave the list: complete ones, failed ones and those that were canceled. The files stay where they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderActs</name>
    <message numerus="yes">
        <source>%n frame(s) are rendered again.</source>
        <translation>
            <numerusform>%n frame is rendered again.</numerusform>
            <numerusform>%n frames are rendered again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderDialogs</name>
    <message numerus="yes">
        <source>%n frame(s) will not be rendered, and what is being rendered now is lost.</source>
        <translation>
            <numerusform>%n frame will not be rendered, and what is being rendered now is lost.</numerusform>
            <numerusform>%n frames will not be rendered, and what is being rendered now is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n frame(s) that are done stay.</source>
        <translation>
            <numerusform>The %n frame that is done stays.</numerusform>
            <numerusform>The %n frames that are done stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderFrames</name>
    <message numerus="yes">
        <source>tried %n time(s) more</source>
        <translation>
            <numerusform>tried %n time more</numerusform>
            <numerusform>tried %n times more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderProgress</name>
    <message numerus="yes">
        <source>“%1” is rendered: %n frame(s).</source>
        <translation>
            <numerusform>“%1” is rendered: %n frame.</numerusform>
            <numerusform>“%1” is rendered: %n frames.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderSettings</name>
    <message numerus="yes">
        <source>There can be at most %n kinds of computers.</source>
        <translation>
            <numerusform>There can be at most %n kind of computer.</numerusform>
            <numerusform>There can be at most %n kinds of computers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderTexts</name>
    <message numerus="yes">
        <source>%1 of %n frame(s)</source>
        <translation>
            <numerusform>%1 of %n frame</numerusform>
            <numerusform>%1 of %n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RendersSection</name>
    <message numerus="yes">
        <source>For other work while something is rendered. This computer has %n. Holds once what is being rendered now has ended.</source>
        <translation>
            <numerusform>For other work while something is rendered. This computer has %n. Holds once what is being rendered now has ended.</numerusform>
            <numerusform>For other work while something is rendered. This computer has %n. Holds once what is being rendered now has ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveVideoDialog</name>
    <message numerus="yes">
        <source>The %n rendered frame(s) become %1 of video.</source>
        <translation>
            <numerusform>The %n rendered frame becomes %1 of video.</numerusform>
            <numerusform>The %n rendered frames become %1 of video.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScenePlaces</name>
    <message numerus="yes">
        <source>There can be at most %n variables.</source>
        <translation>
            <numerusform>There can be at most %n variable.</numerusform>
            <numerusform>There can be at most %n variables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There can be at most %n of them.</source>
        <translation>
            <numerusform>There can be at most %n of them.</numerusform>
            <numerusform>There can be at most %n of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SceneSubmission</name>
    <message numerus="yes">
        <source>%n file(s) with %1 are stored for it.</source>
        <translation>
            <numerusform>%n file with %1 is stored for it.</numerusform>
            <numerusform>%n files with %1 are stored for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A sequence: none of its %n frame(s) is there.</source>
        <translation>
            <numerusform>A sequence: its only frame is not there.</numerusform>
            <numerusform>A sequence: none of its %n frames is there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A sequence: of its %n frame(s) %1 are missing: %2.</source>
        <translation>
            <numerusform>A sequence: of its %n frame %1 is missing: %2.</numerusform>
            <numerusform>A sequence: of its %n frames %1 are missing: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionStrip</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerActs</name>
    <message numerus="yes">
        <source>%n download(s) added.</source>
        <translation>
            <numerusform>%n download added.</numerusform>
            <numerusform>%n downloads added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are here already.</source>
        <translation>
            <numerusform>%n file is here already.</numerusform>
            <numerusform>%n files are here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not on the server any more.</source>
        <translation>
            <numerusform>%n of them is not on the server any more.</numerusform>
            <numerusform>%n of them are not on the server any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerTexts</name>
    <message numerus="yes">
        <source>%n photo(s) and video(s)</source>
        <translation>
            <numerusform>%n photo or video</numerusform>
            <numerusform>%n photos and videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StackActs</name>
    <message numerus="yes">
        <source>%n photo(s) stacked</source>
        <translation>
            <numerusform>%n photo stacked</numerusform>
            <numerusform>%n photos stacked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) not stacked any more</source>
        <translation>
            <numerusform>%n photo not stacked any more</numerusform>
            <numerusform>%n photos not stacked any more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message numerus="yes">
        <source>%n photo(s) deleted for good.</source>
        <translation>
            <numerusform>%n photo deleted for good.</numerusform>
            <numerusform>%n photos deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrictnessPreview</name>
    <message numerus="yes">
        <source>%n groups would become one</source>
        <translation>
            <numerusform>%n groups would become one</numerusform>
            <numerusform>%n groups would become one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) would join “%1”</source>
        <translation>
            <numerusform>%n group would join “%1”</numerusform>
            <numerusform>%n groups would join “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One group would become %n</source>
        <translation>
            <numerusform>One group would become %n</numerusform>
            <numerusform>One group would become %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” would become %n people</source>
        <translation>
            <numerusform>“%1” would become %n people</numerusform>
            <numerusform>“%1” would become %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrictnessView</name>
    <message numerus="yes">
        <source>%n person(s) now</source>
        <translation>
            <numerusform>%n person now</numerusform>
            <numerusform>%n people now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubmitForm</name>
    <message numerus="yes">
        <source>%n frame(s) are rendered.</source>
        <translation>
            <numerusform>%n frame is rendered.</numerusform>
            <numerusform>%n frames are rendered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>Tags of %n photo(s)</source>
        <translation>
            <numerusform>Tags of %n photo</numerusform>
            <numerusform>Tags of %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskTexts</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n frame(s)</source>
        <translation>
            <numerusform>%1 of %n frame</numerusform>
            <numerusform>%1 of %n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>about %n day left</numerusform>
            <numerusform>about %n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashGroup</name>
    <message numerus="yes">
        <source>%n photo(s) and videos</source>
        <translation>
            <numerusform>%n photo or video</numerusform>
            <numerusform>%n photos and videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n photo(s) and videos for good?</source>
        <translation>
            <numerusform>Delete %n photo or video for good?</numerusform>
            <numerusform>Delete %n photos and videos for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation>
            <numerusform>After %n day</numerusform>
            <numerusform>After %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewerCommands</name>
    <message numerus="yes">
        <source>Rate with %n star(s)</source>
        <translation>
            <numerusform>Rate with %n star</numerusform>
            <numerusform>Rate with %n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkSection</name>
    <message numerus="yes">
        <source>This computer has %n.</source>
        <translation>
            <numerusform>This computer has %n.</numerusform>
            <numerusform>This computer has %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WriteBackSection</name>
    <message numerus="yes">
        <source>%n photo(s) could not be written.</source>
        <translation>
            <numerusform>%n photo could not be written.</numerusform>
            <numerusform>%n photos could not be written.</numerusform>
        </translation>
    </message>
</context>
</TS>
