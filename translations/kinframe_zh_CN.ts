<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>Strict reading of HTTP</source>
        <translation>严格解析 HTTP</translation>
    </message>
    <message>
        <source>What files say about themselves</source>
        <translation>文件自带的信息</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Search among many faces</source>
        <translation>在大量人脸中搜索</translation>
    </message>
    <message>
        <source>Fetching from other servers</source>
        <translation>从其他服务器获取</translation>
    </message>
    <message>
        <source>HEIC and AVIF pictures</source>
        <translation>HEIC 和 AVIF 图片</translation>
    </message>
    <message>
        <source>JPEG pictures</source>
        <translation>JPEG 图片</translation>
    </message>
    <message>
        <source>PNG pictures</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>QR codes</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Passwords and secrets</source>
        <translation>密码和密钥</translation>
    </message>
    <message>
        <source>TIFF pictures</source>
        <translation>TIFF 图片</translation>
    </message>
    <message>
        <source>WebP pictures</source>
        <translation>WebP 图片</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Running the networks that find faces</source>
        <translation>运行查找人脸的网络</translation>
    </message>
    <message>
        <source>Encryption and hashes</source>
        <translation>加密和哈希</translation>
    </message>
    <message>
        <source>The window and the frame of the program</source>
        <translation>窗口和程序框架</translation>
    </message>
    <message>
        <source>The database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Results as values</source>
        <translation>以值表示结果</translation>
    </message>
    <message>
        <source>Quick hashes</source>
        <translation>快速哈希</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
</context>
<context>
    <name>AboutSection</name>
    <message>
        <source>Kinframe %1</source>
        <translation>Kinframe %1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。不提供任何担保。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Folder of the library</source>
        <translation>图库所在文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder of the library</source>
        <translation>打开图库所在文件夹</translation>
    </message>
    <message>
        <source>For a report</source>
        <translation>反馈问题时</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy what to name in a report</source>
        <translation>复制反馈问题时要附上的信息</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Libraries that Kinframe stands on</source>
        <translation>Kinframe 所使用的软件库</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Page of %1</source>
        <translation>%1 的网页</translation>
    </message>
</context>
<context>
    <name>AccessKeys</name>
    <message>
        <source>May do everything</source>
        <translation>可以做任何事</translation>
    </message>
    <message>
        <source>May look at everything, and change nothing</source>
        <translation>可以查看一切，但不能更改</translation>
    </message>
    <message numerus="yes">
        <source>May do %n thing(s) by name</source>
        <translation>
            <numerusform>拥有 %n 项指定权限</numerusform>
        </translation>
    </message>
    <message>
        <source>Made on %1</source>
        <translation>创建于 %1</translation>
    </message>
    <message>
        <source>last used on %1</source>
        <translation>上次使用于 %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>从未使用</translation>
    </message>
</context>
<context>
    <name>ActText</name>
    <message>
        <source>Name removed</source>
        <translation>已移除姓名</translation>
    </message>
    <message>
        <source>Named “%1”</source>
        <translation>已命名为“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n people merged into one</source>
        <translation>
            <numerusform>已将 %n 人合并为一人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) made a person of their own</source>
        <translation>
            <numerusform>已将 %n 张人脸分成另一个人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) moved to another person</source>
        <translation>
            <numerusform>已将 %n 张人脸移给另一个人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) moved to “%1”</source>
        <translation>
            <numerusform>已将 %n 张人脸移给“%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) taken off this person</source>
        <translation>
            <numerusform>已从此人移除 %n 张人脸</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked as not a face</source>
        <translation>
            <numerusform>已将 %n 处标记为不是人脸</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) hidden</source>
        <translation>
            <numerusform>已隐藏 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) shown again</source>
        <translation>
            <numerusform>已重新显示 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) made favourites</source>
        <translation>
            <numerusform>已收藏 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) no longer favourites</source>
        <translation>
            <numerusform>已取消收藏 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Birth date changed</source>
        <translation>已更改生日</translation>
    </message>
    <message>
        <source>Birth date removed</source>
        <translation>已移除生日</translation>
    </message>
    <message>
        <source>Cover changed</source>
        <translation>已更换封面</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) answered</source>
        <translation>
            <numerusform>已回答 %n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>是同一人</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
</context>
<context>
    <name>AddChoice</name>
    <message>
        <source>Add photos and folders</source>
        <translation>添加照片和文件夹</translation>
    </message>
    <message>
        <source>Or drop them anywhere on this window.</source>
        <translation>也可以把它们拖放到此窗口的任何位置。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose photos and videos…</source>
        <translation>选择照片和视频…</translation>
    </message>
</context>
<context>
    <name>AddFolderDialog</name>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Leave its photos where they are</source>
        <translation>照片留在原处</translation>
    </message>
    <message>
        <source>Takes no room. The photos can be seen as long as the folder is there.</source>
        <translation>不占用空间。只要文件夹还在，就能看到这些照片。</translation>
    </message>
    <message>
        <source>Copy its photos into the library</source>
        <translation>把照片复制到图库</translation>
    </message>
    <message>
        <source>They stay in the library whatever happens to the folder.</source>
        <translation>无论文件夹怎样变化，照片都会留在图库中。</translation>
    </message>
</context>
<context>
    <name>AddLinksDialog</name>
    <message>
        <source>Add links</source>
        <translation>添加链接</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Addresses of files, each on a line of its own. They begin with https:// or http://.</source>
        <translation>文件的地址，每行一个，以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be downloaded.</source>
        <translation>
            <numerusform>将下载 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no address of a file in this text.</source>
        <translation>此文本中没有文件地址。</translation>
    </message>
</context>
<context>
    <name>AddressGroup</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Where others find it</source>
        <translation>其他设备的访问地址</translation>
    </message>
    <message>
        <source>Copy the address %1</source>
        <translation>复制地址 %1</translation>
    </message>
    <message>
        <source>This computer is in no network at the moment. Connect it, and the address stands here.</source>
        <translation>这台电脑目前没有连接网络。连接后，地址会显示在这里。</translation>
    </message>
    <message>
        <source>Fingerprint of the certificate (SHA-256)</source>
        <translation>证书指纹（SHA-256）</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>复制指纹</translation>
    </message>
</context>
<context>
    <name>AlbumCell</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumCommands</name>
    <message>
        <source>An album</source>
        <translation>一个相册</translation>
    </message>
    <message>
        <source>Back to all albums</source>
        <translation>返回所有相册</translation>
    </message>
    <message>
        <source>Rename the album</source>
        <translation>重命名相册</translation>
    </message>
    <message>
        <source>Describe the album</source>
        <translation>为相册添加说明</translation>
    </message>
    <message>
        <source>Newest photos first</source>
        <translation>最新照片在前</translation>
    </message>
    <message>
        <source>Oldest photos first</source>
        <translation>最旧照片在前</translation>
    </message>
    <message>
        <source>Take out of the album</source>
        <translation>从相册中移出</translation>
    </message>
    <message>
        <source>Use as the cover of the album</source>
        <translation>用作相册封面</translation>
    </message>
    <message>
        <source>Delete the album, keep the photos</source>
        <translation>删除相册，保留照片</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>AlbumDialog</name>
    <message numerus="yes">
        <source>Add %n photo(s) to an album</source>
        <translation>
            <numerusform>把 %n 张照片加入相册</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the photo to an album</source>
        <translation>把照片加入相册</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>AlbumHeader</name>
    <message>
        <source>Untitled album</source>
        <translation>未命名相册</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to all albums</source>
        <translation>返回所有相册</translation>
    </message>
    <message>
        <source>%1, rename</source>
        <translation>%1，重命名</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Add a description…</source>
        <translation>添加说明…</translation>
    </message>
    <message>
        <source>Change the description…</source>
        <translation>更改说明…</translation>
    </message>
    <message>
        <source>Newest photos first</source>
        <translation>最新照片在前</translation>
    </message>
    <message>
        <source>Oldest photos first</source>
        <translation>最旧照片在前</translation>
    </message>
    <message>
        <source>Delete the album, keep the photos</source>
        <translation>删除相册，保留照片</translation>
    </message>
</context>
<context>
    <name>AlbumNameField</name>
    <message>
        <source>Name of the album</source>
        <translation>相册名称</translation>
    </message>
</context>
<context>
    <name>AlbumPage</name>
    <message>
        <source>Photos of an album</source>
        <translation>相册中的照片</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>AlbumPicker</name>
    <message>
        <source>Name of an album, or of a new one</source>
        <translation>相册名称，或新相册的名称</translation>
    </message>
    <message>
        <source>New album “%1”</source>
        <translation>新建相册“%1”</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>Write a name to make the first album.</source>
        <translation>输入名称以创建第一个相册。</translation>
    </message>
</context>
<context>
    <name>AlbumRow</name>
    <message numerus="yes">
        <source>%1, %n photo(s)</source>
        <translation>
            <numerusform>%1，%n 张照片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumStates</name>
    <message>
        <source>This album has no photos yet</source>
        <translation>此相册还没有照片</translation>
    </message>
    <message>
        <source>Select photos among all of them and press B to add them to an album.</source>
        <translation>在所有照片中选择一些，按 B 键把它们加入相册。</translation>
    </message>
    <message>
        <source>Show the photos</source>
        <translation>显示照片</translation>
    </message>
</context>
<context>
    <name>AlbumTexts</name>
    <message>
        <source>Untitled album</source>
        <translation>未命名相册</translation>
    </message>
    <message>
        <source>Album “%1” created</source>
        <translation>已创建相册“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) added to “%1”</source>
        <translation>
            <numerusform>已把 %n 张照片加入“%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken out of “%1”</source>
        <translation>
            <numerusform>已从“%1”移出 %n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the album removed</source>
        <translation>已移除相册名称</translation>
    </message>
    <message>
        <source>Album named “%1”</source>
        <translation>相册已命名为“%1”</translation>
    </message>
    <message>
        <source>Description changed</source>
        <translation>说明已更改</translation>
    </message>
    <message>
        <source>Cover changed</source>
        <translation>封面已更改</translation>
    </message>
    <message>
        <source>The oldest photos come first now</source>
        <translation>现在最旧的照片在前</translation>
    </message>
    <message>
        <source>The newest photos come first now</source>
        <translation>现在最新的照片在前</translation>
    </message>
    <message numerus="yes">
        <source>%n album(s) deleted, the photos stay</source>
        <translation>
            <numerusform>已删除 %n 个相册，照片保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are in “%1” already.</source>
        <translation>
            <numerusform>%n 张照片已在“%1”中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumsBar</name>
    <message>
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the albums, keep the photos</source>
        <translation>删除这些相册，保留照片</translation>
    </message>
</context>
<context>
    <name>AlbumsCommands</name>
    <message>
        <source>Albums</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>Search albums</source>
        <translation>搜索相册</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>新建相册</translation>
    </message>
    <message>
        <source>Rename the album</source>
        <translation>重命名相册</translation>
    </message>
    <message>
        <source>Delete the album, keep the photos</source>
        <translation>删除相册，保留照片</translation>
    </message>
    <message>
        <source>Show the photos</source>
        <translation>显示照片</translation>
    </message>
</context>
<context>
    <name>AlbumsGrid</name>
    <message>
        <source>Albums</source>
        <translation>相册</translation>
    </message>
</context>
<context>
    <name>AlbumsHeader</name>
    <message>
        <source>Images</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Search albums</source>
        <translation>搜索相册</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>新建相册</translation>
    </message>
    <message>
        <source>Newest albums first</source>
        <translation>最新相册在前</translation>
    </message>
    <message>
        <source>Newest photos first</source>
        <translation>最新照片在前</translation>
    </message>
    <message>
        <source>Changed last first</source>
        <translation>最近更改在前</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
</context>
<context>
    <name>AlbumsMenu</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n album(s), keep the photos</source>
        <translation>
            <numerusform>删除 %n 个相册，保留照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the album, keep the photos</source>
        <translation>删除相册，保留照片</translation>
    </message>
</context>
<context>
    <name>AlbumsStates</name>
    <message>
        <source>No album is called that</source>
        <translation>没有这样名称的相册</translation>
    </message>
    <message>
        <source>No albums yet</source>
        <translation>还没有相册</translation>
    </message>
    <message>
        <source>Write less of the name, or another one.</source>
        <translation>请少输入几个字，或换一个名称。</translation>
    </message>
    <message>
        <source>Albums hold photos that belong together. A photo can be in several.</source>
        <translation>相册把相关的照片放在一起。一张照片可以在多个相册中。</translation>
    </message>
    <message>
        <source>Show all albums</source>
        <translation>显示所有相册</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>新建相册</translation>
    </message>
</context>
<context>
    <name>AllRenders</name>
    <message>
        <source>Renders</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Search renders by name</source>
        <translation>按名称搜索渲染</translation>
    </message>
</context>
<context>
    <name>AllServers</name>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>添加服务器…</translation>
    </message>
    <message>
        <source>No other library yet</source>
        <translation>还没有其他图库</translation>
    </message>
    <message>
        <source>Add another Kinframe or an Immich server: look through its photos here, and bring those you want to this computer.</source>
        <translation>添加另一个 Kinframe 或 Immich 服务器：在这里浏览它的照片，并把想要的下载到这台电脑。</translation>
    </message>
</context>
<context>
    <name>AnswerButtons</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Take the last answer back</source>
        <translation>收回上一个回答</translation>
    </message>
    <message>
        <source>Answer many…</source>
        <translation>批量回答…</translation>
    </message>
</context>
<context>
    <name>Api</name>
    <message>
        <source>File not found</source>
        <translation>未找到文件</translation>
    </message>
    <message>
        <source>Image not found</source>
        <translation>未找到图片</translation>
    </message>
    <message>
        <source>Image restored successfully</source>
        <translation>图片已恢复</translation>
    </message>
    <message>
        <source>Image deleted successfully</source>
        <translation>图片已删除</translation>
    </message>
    <message>
        <source>No people detected</source>
        <translation>未检测到人物</translation>
    </message>
    <message>
        <source>Added {name}.</source>
        <translation>添加了{name}。</translation>
    </message>
    <message>
        <source>Merged {merged} into {name}.</source>
        <translation>已将{merged}合并到{name}。</translation>
    </message>
    <message>
        <source>Marked something as not a face.</source>
        <translation>已标记为不是人脸。</translation>
    </message>
    <message>
        <source>Drew a face of {name}.</source>
        <translation>手动框选了{name}的人脸。</translation>
    </message>
    <message>
        <source>Said that a group is not {name}.</source>
        <translation>已说明某组不是{name}。</translation>
    </message>
    <message>
        <source>Hid {name}.</source>
        <translation>隐藏了{name}。</translation>
    </message>
    <message>
        <source>Showed {name} again.</source>
        <translation>重新显示了{name}。</translation>
    </message>
    <message>
        <source>Changed whether {name} is a favourite.</source>
        <translation>更改了{name}的收藏状态。</translation>
    </message>
    <message>
        <source>Changed the birth date of {name}.</source>
        <translation>更改了{name}的出生日期。</translation>
    </message>
    <message>
        <source>Changed the colour of {name}.</source>
        <translation>更改了{name}的颜色。</translation>
    </message>
    <message>
        <source>Chose another cover for {name}.</source>
        <translation>更换了{name}的封面。</translation>
    </message>
    <message>
        <source>Took the name {formerName} away.</source>
        <translation>移除了姓名{formerName}。</translation>
    </message>
    <message>
        <source>Named somebody {name}.</source>
        <translation>将某人命名为{name}。</translation>
    </message>
    <message>
        <source>Renamed {formerName} to {name}.</source>
        <translation>已将{formerName}改名为{name}。</translation>
    </message>
    <message>
        <source>Took a face out of {name}.</source>
        <translation>从{name}中移出了 1 张人脸。</translation>
    </message>
    <message>
        <source>Took {faces} faces out of {name}.</source>
        <translation>从{name}中移出了 {faces} 张人脸。</translation>
    </message>
    <message>
        <source>Moved a face to {name}.</source>
        <translation>已将 1 张人脸移到{name}。</translation>
    </message>
    <message>
        <source>Moved {faces} faces to {name}.</source>
        <translation>已将 {faces} 张人脸移到{name}。</translation>
    </message>
    <message>
        <source>Changed something about {name}.</source>
        <translation>更改了{name}的信息。</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>未命名的人物</translation>
    </message>
    <message>
        <source>Marked {faces} things as not faces.</source>
        <translation>已将 {faces} 处标记为不是人脸。</translation>
    </message>
    <message>
        <source>Said that a face is not {name}.</source>
        <translation>已说明 1 张人脸不是{name}。</translation>
    </message>
    <message>
        <source>Said that {faces} faces are not {name}.</source>
        <translation>已说明 {faces} 张人脸不是{name}。</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>“As the system” changes with your desktop.</source>
        <translation>“跟随系统”会随桌面一起变化。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>%1 % of the usual size.</source>
        <translation>正常大小的 %1%。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Nothing slides or fades.</source>
        <translation>没有滑动和淡入淡出效果。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>留在托盘中</translation>
    </message>
    <message>
        <source>Closing the window leaves Kinframe running: shared, and at work.</source>
        <translation>关闭窗口后 Kinframe 继续运行：保持共享并继续工作。</translation>
    </message>
    <message>
        <source>This desktop has no tray. To share without a window, start “kinframe serve”.</source>
        <translation>此桌面没有系统托盘。若要在没有窗口时共享，请运行“kinframe serve”。</translation>
    </message>
    <message>
        <source>Memories</source>
        <translation>回忆</translation>
    </message>
    <message>
        <source>On this day</source>
        <translation>往年今日</translation>
    </message>
    <message>
        <source>Shows above your photos what was taken on the same day in earlier years.</source>
        <translation>在照片上方显示往年同一天拍摄的照片。</translation>
    </message>
</context>
<context>
    <name>AssetDetails</name>
    <message>
        <source>This photo has been deleted.</source>
        <translation>这张照片已被删除。</translation>
    </message>
    <message>
        <source>The original is not at “%1” any more. Connect the disk it lies on, or put the file back.</source>
        <translation>原件已不在“%1”。请连接它所在的磁盘，或把文件放回原处。</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>999+</source>
        <translation>999+</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BannerColumn</name>
    <message>
        <source>Downloading the face models: %1</source>
        <translation>正在下载人脸模型：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Download (%1)</source>
        <translation>下载（%1）</translation>
    </message>
    <message>
        <source>Show which</source>
        <translation>查看是哪些</translation>
    </message>
    <message>
        <source>Show the folders</source>
        <translation>显示文件夹</translation>
    </message>
</context>
<context>
    <name>BannerModel</name>
    <message>
        <source>The face models are not on this computer yet: faces are looked for as soon as they are.</source>
        <translation>此电脑上还没有人脸模型；下载后就会开始查找人脸。</translation>
    </message>
    <message>
        <source>“%1” is not the face model it should be. Download it again.</source>
        <translation>“%1”不是应有的人脸模型。请重新下载。</translation>
    </message>
    <message>
        <source>The folder of the library, “%1”, has gone: it was moved, or its disk was taken out. Bring it back, or close Kinframe before you move it.</source>
        <translation>图库文件夹“%1”不见了：它被移动了，或者所在磁盘被拔出。请把它放回原处；移动之前请先关闭 Kinframe。</translation>
    </message>
</context>
<context>
    <name>BirthDateDialog</name>
    <message>
        <source>Birth date</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>No birth date</source>
        <translation>不设生日</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>这一天还没到。</translation>
    </message>
    <message>
        <source>Write it like %1.</source>
        <translation>请按此格式填写：%1。</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove %1</source>
        <translation>移除%1</translation>
    </message>
</context>
<context>
    <name>ClusterAnswer</name>
    <message>
        <source>The cluster is being asked. That can take a minute.</source>
        <translation>正在询问集群，可能需要一分钟。</translation>
    </message>
    <message>
        <source>The cluster is being asked</source>
        <translation>正在询问集群</translation>
    </message>
</context>
<context>
    <name>ClusterDialog</name>
    <message>
        <source>How the cluster is reached</source>
        <translation>如何连接集群</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>The cluster&apos;s usual one</source>
        <translation>集群的默认分区</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Your usual one</source>
        <translation>您的默认账户</translation>
    </message>
    <message>
        <source>Folder with Slurm&apos;s commands on this computer</source>
        <translation>这台计算机上 Slurm 命令所在的文件夹</translation>
    </message>
    <message>
        <source>Where programs usually are</source>
        <translation>程序通常所在的位置</translation>
    </message>
    <message>
        <source>kinframe-render-worker on the cluster&apos;s computers</source>
        <translation>集群计算机上的 kinframe-render-worker</translation>
    </message>
    <message>
        <source>The same path as here</source>
        <translation>与这里相同的路径</translation>
    </message>
    <message>
        <source>More options for sbatch, one a line</source>
        <translation>传给 sbatch 的更多选项，每行一个</translation>
    </message>
    <message>
        <source>Variables for Slurm&apos;s commands, one a line</source>
        <translation>传给 Slurm 命令的变量，每行一个</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
</context>
<context>
    <name>ClusterForm</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n 个核心</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 GB of memory</source>
        <translation>%1 GB 内存</translation>
    </message>
    <message numerus="yes">
        <source>%n graphics card(s)</source>
        <translation>
            <numerusform>%n 块显卡</numerusform>
        </translation>
    </message>
    <message>
        <source>A partition cannot be called “%1”: its name has letters, digits and _ . @ , - only.</source>
        <translation>分区名不能是“%1”：只能有字母、数字和 _ . @ , -。</translation>
    </message>
    <message>
        <source>An account cannot be called “%1”: its name has letters, digits and _ . @ , - only.</source>
        <translation>账户名不能是“%1”：只能有字母、数字和 _ . @ , -。</translation>
    </message>
    <message>
        <source>“%1” is no whole path. Begin it at the root, such as /opt/slurm/bin.</source>
        <translation>“%1”不是完整路径。请从根开始写，例如 /opt/slurm/bin。</translation>
    </message>
    <message>
        <source>“%1” cannot be passed on. Options look like --qos=night, one a line; those that name or split the job are not for you to set.</source>
        <translation>“%1”不能传给集群。选项写成 --qos=night 的样子，每行一个；给作业命名或拆分作业的选项不能设置。</translation>
    </message>
    <message>
        <source>“%1” is no variable. Write NAME=value, one a line.</source>
        <translation>“%1”不是变量。请写成 NAME=value，每行一个。</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 有回应。</translation>
    </message>
    <message numerus="yes">
        <source>It has %n computer(s)</source>
        <translation>
            <numerusform>共有 %n 台计算机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Partition “%1” has %n computer(s)</source>
        <translation>
            <numerusform>分区“%1”共有 %n 台计算机</numerusform>
        </translation>
    </message>
    <message>
        <source>, but none of them takes work now. Renders wait until one does.</source>
        <translation>，但目前没有一台接受任务。渲染会等到有计算机可用为止。</translation>
    </message>
    <message numerus="yes">
        <source>, %n of them ready for work</source>
        <translation>
            <numerusform>，其中 %n 台可以工作</numerusform>
        </translation>
    </message>
    <message>
        <source>, together with %1.</source>
        <translation>，合计 %1。</translation>
    </message>
    <message>
        <source>The largest has %1.</source>
        <translation>最大的一台有 %1。</translation>
    </message>
    <message>
        <source>“%1” is not on this computer. Install the commands of Slurm, or say in which folder they are.</source>
        <translation>这台计算机上没有“%1”。请安装 Slurm 的命令，或指出它们所在的文件夹。</translation>
    </message>
    <message>
        <source>The cluster does not answer: %1. See whether its controller runs, and whether this computer and you may use it.</source>
        <translation>集群没有回应：%1。请查看其控制器是否在运行，以及这台计算机和您是否可以使用它。</translation>
    </message>
    <message>
        <source>The connection is being tested already. Wait until that has ended.</source>
        <translation>已经在测试连接。请等它结束。</translation>
    </message>
    <message>
        <source>The cluster has no partition “%1” with computers in it. Leave the name empty for its usual one, or ask whoever runs it.</source>
        <translation>集群没有含计算机的分区“%1”。留空即使用默认分区，或询问管理员。</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command has these letters in its name.</source>
        <translation>没有名称包含这些字的命令。</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Two photos side by side</source>
        <translation>并排的两张照片</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Enlarge and move both together</source>
        <translation>两张一起缩放和移动</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>交换两张照片</translation>
    </message>
    <message>
        <source>Previous photo on the right</source>
        <translation>右边的上一张照片</translation>
    </message>
    <message>
        <source>Next photo on the right</source>
        <translation>右边的下一张照片</translation>
    </message>
    <message>
        <source>Show what is different</source>
        <translation>显示不同之处</translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message>
        <source>Comparing two photos</source>
        <translation>比较两张照片</translation>
    </message>
    <message>
        <source>Next photo on the right</source>
        <translation>右边的下一张照片</translation>
    </message>
    <message>
        <source>Previous photo on the right</source>
        <translation>右边的上一张照片</translation>
    </message>
    <message>
        <source>Back to all photos</source>
        <translation>返回所有照片</translation>
    </message>
    <message>
        <source>To the other photo</source>
        <translation>转到另一张照片</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>交换两张照片</translation>
    </message>
    <message>
        <source>Enlarge and move both together</source>
        <translation>两张一起缩放和移动</translation>
    </message>
    <message>
        <source>Show what is different</source>
        <translation>显示不同之处</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示整张照片</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>不评分</translation>
    </message>
    <message numerus="yes">
        <source>Rate with %n star(s)</source>
        <translation>
            <numerusform>评为 %n 星</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareFacts</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>CompareSide</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n 星</numerusform>
        </translation>
    </message>
    <message>
        <source>This photo cannot be shown</source>
        <translation>无法显示这张照片</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Nothing that is known of them differs.</source>
        <translation>已知的信息没有不同。</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <translation>%1：%2；%3</translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n photo(s) for good?</source>
        <translation>
            <numerusform>彻底删除 %n 张照片？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) that Kinframe keeps will be deleted from this computer, which frees %1. Their faces, names, ratings and tags go too. This cannot be undone.</source>
        <translation>
            <numerusform>Kinframe 保存的 %n 个原件将从这台电脑上删除，释放 %1。它们的人脸、姓名、评分和标签也会一起删除。此操作无法撤销。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) lie in folders of your own. Those files stay there; Kinframe only forgets them, with their faces, names, ratings and tags.</source>
        <translation>
            <numerusform>有 %n 张照片在您自己的文件夹里。那些文件会保留；Kinframe 只是不再记录它们以及它们的人脸、姓名、评分和标签。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DescriptionDialog</name>
    <message>
        <source>Description of the album</source>
        <translation>相册说明</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>What these photos are of</source>
        <translation>这些照片拍的是什么</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Choose a photo to see what is known of it.</source>
        <translation>选择一张照片，查看它的详细信息。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>生成参数</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Render task</source>
        <translation>渲染任务</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>Show the render task</source>
        <translation>显示渲染任务</translation>
    </message>
    <message>
        <source>Render task %1</source>
        <translation>渲染任务 %1</translation>
    </message>
</context>
<context>
    <name>DevicePairingDialog</name>
    <message>
        <source>Pair a device</source>
        <translation>配对设备</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>数字相同</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>They are not</source>
        <translation>数字不同</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Let the device read this code. It holds for two minutes and for one device.</source>
        <translation>让设备扫描此二维码。它在两分钟内有效，仅限一台设备。</translation>
    </message>
    <message>
        <source>The address of this computer and a token, as a QR code</source>
        <translation>此电脑的地址和令牌（二维码）</translation>
    </message>
    <message>
        <source>“%1” asks to be let in. Does it show these digits?</source>
        <translation>“%1”请求访问。它是否显示这些数字？</translation>
    </message>
    <message>
        <source>If not, another device has read the code: say so, and nothing is handed out.</source>
        <translation>如果不是，则是另一台设备扫描了二维码：请选择“数字不同”，这样不会交出任何内容。</translation>
    </message>
    <message>
        <source>“%1” fetches its key…</source>
        <translation>“%1”正在获取密钥…</translation>
    </message>
    <message>
        <source>“%1” is let in. Its key is in the list and can be revoked there.</source>
        <translation>“%1”已获准访问。它的密钥在列表中，可在那里撤销。</translation>
    </message>
    <message>
        <source>No device has come within two minutes, or it has given up.</source>
        <translation>两分钟内没有设备连接，或设备已放弃。</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DownloadActs</name>
    <message numerus="yes">
        <source>%n download(s) canceled</source>
        <translation>
            <numerusform>已取消 %n 个下载</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) are tried again.</source>
        <translation>
            <numerusform>正在重试 %n 个下载。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) left the list. The files stay where they are.</source>
        <translation>
            <numerusform>%n 个下载已从列表中移除。文件保留在原处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) added.</source>
        <translation>
            <numerusform>已添加 %n 个下载。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadCommands</name>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Add links</source>
        <translation>添加链接</translation>
    </message>
    <message>
        <source>Download what the clipboard links to</source>
        <translation>下载剪贴板中的链接</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try all that failed again</source>
        <translation>重试所有失败的下载</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Cancel, or remove from the list</source>
        <translation>取消，或从列表中移除</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>全部继续</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>DownloadFacts</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Choose a download to see what is known of it.</source>
        <translation>选择一个下载以查看其详情。</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>保存为</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近更改</translation>
    </message>
</context>
<context>
    <name>DownloadMenu</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>从列表中移除…</translation>
    </message>
</context>
<context>
    <name>DownloadNotices</name>
    <message>
        <source>Files are being downloaded</source>
        <translation>正在下载文件</translation>
    </message>
    <message numerus="yes">
        <source>Downloading %n item(s)…</source>
        <translation>
            <numerusform>正在下载 %n 项…</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Download complete</source>
        <translation>下载完成</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) saved</source>
        <translation>
            <numerusform>已保存 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) saved to %1</source>
        <translation>
            <numerusform>%n 项已保存到 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not come</source>
        <translation>
            <numerusform>%n 项未能下载</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>DownloadOverview</name>
    <message numerus="yes">
        <source>%n download(s) paused</source>
        <translation>
            <numerusform>%n 个下载已暂停</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) wait for the hours that are set</source>
        <translation>
            <numerusform>%n 个下载在等待设定的时段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) wait for the network</source>
        <translation>
            <numerusform>%n 个下载在等待网络</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downloading: %1 of %n file(s) done</source>
        <translation>
            <numerusform>正在下载：共 %n 个文件，已完成 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no network. The downloads go on by themselves when it is back.</source>
        <translation>没有网络。网络恢复后下载会自动继续。</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>live photo</source>
        <translation>实况照片</translation>
    </message>
    <message>
        <source>%1 · live photo</source>
        <translation>%1 · 实况照片</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>DownloadTexts</name>
    <message>
        <source>the picture</source>
        <translation>照片部分</translation>
    </message>
    <message>
        <source>the video</source>
        <translation>视频部分</translation>
    </message>
    <message numerus="yes">
        <source>It is tried again in %n second(s).</source>
        <translation>
            <numerusform>%n 秒后重试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is tried again in about %n minute(s).</source>
        <translation>
            <numerusform>约 %n 分钟后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its server cannot be reached. It goes on by itself when the network is back.</source>
        <translation>无法连接其服务器。网络恢复后会自动继续。</translation>
    </message>
    <message>
        <source>Its server does not accept the sign-in any more. Sign in again, and it goes on.</source>
        <translation>其服务器不再接受当前登录。重新登录后即可继续。</translation>
    </message>
    <message>
        <source>It waits for the hours that are set for downloads.</source>
        <translation>正在等待设定的下载时段。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Waiting to retry</source>
        <translation>等待重试</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>等待网络</translation>
    </message>
    <message>
        <source>Paused: no room</source>
        <translation>已暂停：空间不足</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>已在本机</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>It is not on the server any more, so it was left out.</source>
        <translation>服务器上已没有它，因此跳过。</translation>
    </message>
    <message>
        <source>Of this live photo %1 did not come: %2</source>
        <translation>此实况照片的%1未能下载：%2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Look at its certificate</source>
        <translation>查看其证书</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>选择其他文件夹</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>释放空间</translation>
    </message>
    <message>
        <source>Change the hours</source>
        <translation>更改时段</translation>
    </message>
</context>
<context>
    <name>DownloadsHeader</name>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>显示：%1</translation>
    </message>
    <message>
        <source>Add links…</source>
        <translation>添加链接…</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>全部继续</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Try all that failed again</source>
        <translation>重试所有失败的下载</translation>
    </message>
    <message>
        <source>Clear the history…</source>
        <translation>清除历史记录…</translation>
    </message>
    <message>
        <source>Folder, speed and hours…</source>
        <translation>文件夹、速度和时段…</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
</context>
<context>
    <name>DownloadsPage</name>
    <message>
        <source>The clipboard has no address of a file. Copy one that begins with https:// first.</source>
        <translation>剪贴板中没有文件地址。请先复制一个以 https:// 开头的地址。</translation>
    </message>
</context>
<context>
    <name>DownloadsPlace</name>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
</context>
<context>
    <name>DownloadsSection</name>
    <message>
        <source>What you fetch from other servers is saved in a folder of your own, beside the library.</source>
        <translation>从其他服务器下载的内容保存在图库之外您自己的文件夹中。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Where they go</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>%1 are free there.</source>
        <translation>那里还有 %1 可用。</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>The usual folder again</source>
        <translation>恢复默认文件夹</translation>
    </message>
    <message>
        <source>Add what has come to the library</source>
        <translation>把下载的内容加入图库</translation>
    </message>
    <message>
        <source>The files stay in this folder; the library shows them from there.</source>
        <translation>文件保留在此文件夹中，图库从那里显示它们。</translation>
    </message>
    <message>
        <source>How fast, and when</source>
        <translation>速度与时间</translation>
    </message>
    <message>
        <source>Most speed</source>
        <translation>最高速度</translation>
    </message>
    <message>
        <source>Of all downloads together, so that the network is left to others too.</source>
        <translation>所有下载合计，以便给其他程序留出网络。</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>%1 MB/s</source>
        <translation>%1 MB/秒</translation>
    </message>
    <message>
        <source>Only at certain hours</source>
        <translation>仅在特定时段</translation>
    </message>
    <message>
        <source>At other times downloads wait, but for those that you begin anew by hand.</source>
        <translation>其他时间下载会等待，手动重新开始的除外。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Folder for downloads</source>
        <translation>下载文件夹</translation>
    </message>
</context>
<context>
    <name>DownloadsStates</name>
    <message>
        <source>Nothing is downloaded yet</source>
        <translation>还没有下载</translation>
    </message>
    <message>
        <source>Choose photos of another server to bring them here, or add links: paste them, or drop them on this page.</source>
        <translation>从其他服务器选择照片下载到这里，或添加链接：粘贴，或拖放到此页面。</translation>
    </message>
    <message>
        <source>Choose from a server</source>
        <translation>从服务器选择</translation>
    </message>
    <message>
        <source>No download stands like that at the moment.</source>
        <translation>目前没有这种状态的下载。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>DownloadsView</name>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
</context>
<context>
    <name>DrawSheet</name>
    <message>
        <source>A new face: move it with the arrows, change its size with Shift, then press Enter</source>
        <translation>新的人脸：用方向键移动，按住 Shift 改变大小，然后按回车</translation>
    </message>
</context>
<context>
    <name>DropSurface</name>
    <message>
        <source>Copy into the library</source>
        <translation>复制到图库</translation>
    </message>
    <message>
        <source>The library keeps its own copies.</source>
        <translation>图库保留自己的副本。</translation>
    </message>
    <message>
        <source>Leave where they are</source>
        <translation>留在原处</translation>
    </message>
    <message>
        <source>Takes no room for copies.</source>
        <translation>不占用副本的空间。</translation>
    </message>
</context>
<context>
    <name>EngineDialog</name>
    <message>
        <source>Where is %1?</source>
        <translation>%1 在哪里？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>自动查找</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Left empty, it is looked for where it is usually installed.</source>
        <translation>留空则在通常的安装位置查找。</translation>
    </message>
    <message>
        <source>Left empty, each computer of the cluster runs the one that it has.</source>
        <translation>留空时，集群中的每台计算机使用自己的程序。</translation>
    </message>
</context>
<context>
    <name>EngineRow</name>
    <message>
        <source>Found at %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change where %1 is</source>
        <translation>更改 %1 的位置</translation>
    </message>
    <message>
        <source>On the cluster: %1</source>
        <translation>在集群上：%1</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>“{field}” is not understood from character {position} on: expected there is {expected}.</source>
        <translation>“{field}”从第 {position} 个字符起无法理解：此处应为{expected}。</translation>
    </message>
    <message>
        <source>“{field}” is too much for one query: at most {limit} {what} are accepted.</source>
        <translation>“{field}”对一次查询来说过于复杂：最多接受 {limit} 个{what}。</translation>
    </message>
    <message>
        <source>This query takes longer than {seconds} seconds and was stopped. Ask for fewer images with it, or with simpler conditions.</source>
        <translation>此查询超过 {seconds} 秒，已被停止。请缩小图片范围，或使用更简单的条件。</translation>
    </message>
    <message>
        <source>“{field}” is found out by Kinframe and cannot be set; leave it out.</source>
        <translation>“{field}”由 Kinframe 得出，不能设置；请去掉它。</translation>
    </message>
    <message>
        <source>“{field}” is {value}, but it must be {expected}.</source>
        <translation>“{field}”的值是 {value}，但应为 {expected}。</translation>
    </message>
    <message>
        <source>“{field}” is missing; it must be {expected}.</source>
        <translation>缺少“{field}”；它应为 {expected}。</translation>
    </message>
    <message>
        <source>“{field}” is not known here; leave it out.</source>
        <translation>这里不认识“{field}”；请去掉它。</translation>
    </message>
    <message>
        <source>There is no {what} “{id}” here. It may have been deleted.</source>
        <translation>这里没有{what}“{id}”，可能已被删除。</translation>
    </message>
    <message>
        <source>Sign in first: this needs a key, a token or a session that is valid.</source>
        <translation>请先登录：这需要有效的密钥、令牌或会话。</translation>
    </message>
    <message>
        <source>The e-mail address or the password is not right. Try again.</source>
        <translation>邮箱地址或密码不正确。请重试。</translation>
    </message>
    <message>
        <source>You may not do this. Ask the owner of this library for the right to {what}.</source>
        <translation>您无权这样做。请向此图库的所有者申请权限：{what}。</translation>
    </message>
    <message>
        <source>This cannot be done now: {reason}.</source>
        <translation>现在无法这样做：{reason}。</translation>
    </message>
    <message>
        <source>“{field}” has {value}, but at most {limit} are accepted.</source>
        <translation>“{field}”为 {value}，但最多接受 {limit}。</translation>
    </message>
    <message>
        <source>“{field}” has {value} entries, but at most {limit} are accepted. Send it in parts.</source>
        <translation>“{field}”有 {value} 项，但最多接受 {limit} 项。请分批发送。</translation>
    </message>
    <message>
        <source>Too many requests. Try again in {seconds} seconds.</source>
        <translation>请求过多。请在 {seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>“{value}” is not supported here; use {expected}.</source>
        <translation>这里不支持“{value}”；请使用 {expected}。</translation>
    </message>
    <message>
        <source>{reason}. See “kinframe --help”.</source>
        <translation>{reason}。请参阅“kinframe --help”。</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>“{path}” is empty. Copy it again from where it came.</source>
        <translation>“{path}”是空文件。请从来源重新复制。</translation>
    </message>
    <message>
        <source>“{path}” is a folder. Give a file in it.</source>
        <translation>“{path}”是文件夹。请给出其中的文件。</translation>
    </message>
    <message>
        <source>“{path}” does not exist. Check the name.</source>
        <translation>“{path}”不存在。请检查名称。</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}. Check its permissions.</source>
        <translation>无法读取“{path}”：{reason}。请检查其权限。</translation>
    </message>
    <message>
        <source>“{path}” went away while it was read. If it lies on a removable disk, connect it again.</source>
        <translation>读取“{path}”时它消失了。如果它在可移动磁盘上，请重新连接。</translation>
    </message>
    <message>
        <source>“{path}” changed while it was read. Try again when nothing writes to it.</source>
        <translation>读取“{path}”时它被修改了。请在没有程序写入它时重试。</translation>
    </message>
    <message>
        <source>“{path}” ends too early: it was not copied whole. Copy it again.</source>
        <translation>“{path}”过早结束：它没有被完整复制。请重新复制。</translation>
    </message>
    <message>
        <source>“{path}” is damaged and cannot be shown: {reason}. Copy it again.</source>
        <translation>“{path}”已损坏，无法显示：{reason}。请重新复制。</translation>
    </message>
    <message>
        <source>“{path}” is neither a picture nor a video that Kinframe knows, whatever its name says.</source>
        <translation>无论名称如何，“{path}”都不是 Kinframe 认识的图片或视频。</translation>
    </message>
    <message>
        <source>“{path}” claims to be {width} x {height} pixels; more than {limit} megapixels are not opened.</source>
        <translation>“{path}”声称为 {width} x {height} 像素；超过 {limit} 百万像素的图片不会打开。</translation>
    </message>
    <message>
        <source>“{path}” is kept, but the installed {library} {installed} cannot show it; {library} {needed} or newer can.</source>
        <translation>“{path}”已保存，但已安装的 {library} {installed} 无法显示它；{library} {needed} 或更高版本可以。</translation>
    </message>
    <message>
        <source>“{path}” is not there. Connect its drive, or show where the folder is now.</source>
        <translation>找不到“{path}”。请连接它所在的磁盘，或指出该文件夹现在的位置。</translation>
    </message>
    <message>
        <source>“{path}” is, holds or lies in “{other}”, which is in use already. Choose another folder.</source>
        <translation>“{path}”与已在使用的“{other}”相同、包含它或位于其中。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The photos of “{path}” are not in “{other}”. Choose the folder that holds them now.</source>
        <translation>“{other}”中没有“{path}”的照片。请选择现在存放这些照片的文件夹。</translation>
    </message>
    <message>
        <source>The disk with “{path}” is full. Free at least {missing} and try again.</source>
        <translation>“{path}”所在的磁盘已满。请至少释放 {missing} 后重试。</translation>
    </message>
    <message>
        <source>“{path}” cannot be written. Check the permissions of the folder and the disk.</source>
        <translation>无法写入“{path}”。请检查文件夹和磁盘的权限。</translation>
    </message>
    <message>
        <source>The disk reported an error with “{path}”: {reason}. Check the disk.</source>
        <translation>磁盘在处理“{path}”时报告错误：{reason}。请检查磁盘。</translation>
    </message>
    <message>
        <source>Port {port} is used by another program. Choose another with --port.</source>
        <translation>端口 {port} 已被其他程序使用。请用 --port 另选一个。</translation>
    </message>
    <message>
        <source>This computer has no address “{address}”. Use 127.0.0.1, or an address of this computer.</source>
        <translation>此计算机没有地址“{address}”。请使用 127.0.0.1 或此计算机的地址。</translation>
    </message>
    <message>
        <source>There is no screen to show the window on. Start the server alone with: kinframe serve</source>
        <translation>没有可以显示窗口的屏幕。可以只启动服务器：kinframe serve</translation>
    </message>
    <message>
        <source>The library “{path}” is in use by another Kinframe. Close it first.</source>
        <translation>图库“{path}”正被另一个 Kinframe 使用。请先关闭它。</translation>
    </message>
    <message>
        <source>There is no library in “{path}”. Give its folder with --data.</source>
        <translation>“{path}”中没有图库。请用 --data 给出其文件夹。</translation>
    </message>
    <message>
        <source>The library was written by a newer Kinframe (version {found}; this one knows {known}). Install the newer one.</source>
        <translation>此图库由较新的 Kinframe 写入（版本 {found}；本程序认识 {known}）。请安装较新的版本。</translation>
    </message>
    <message>
        <source>The database “{path}” is damaged. Your photos are safe; restore the database with “kinframe restore”.</source>
        <translation>数据库“{path}”已损坏。您的照片是安全的；请用“kinframe restore”恢复数据库。</translation>
    </message>
    <message>
        <source>The database did not do what was asked: {reason}.</source>
        <translation>数据库未能完成请求：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” is not a whole backup: {reason}. Choose another.</source>
        <translation>“{path}”不是完整的备份：{reason}。请另选一个。</translation>
    </message>
    <message>
        <source>The backup is done, but not whole: {files} are damaged or missing in the library. All else is in it. Look for them in an older backup.</source>
        <translation>备份已完成，但不完整：图库中的 {files} 已损坏或丢失，其余内容均已备份。请在更早的备份中寻找它们。</translation>
    </message>
    <message>
        <source>The face models are not here yet. Get them with “kinframe models fetch”.</source>
        <translation>尚无人脸模型。请用“kinframe models fetch”获取。</translation>
    </message>
    <message>
        <source>The model “{path}” is not the file it should be. Delete it, then run “kinframe models fetch”.</source>
        <translation>模型“{path}”不是应有的文件。请删除它，然后运行“kinframe models fetch”。</translation>
    </message>
    <message>
        <source>The model “{path}” cannot be loaded: {reason}. Run “kinframe models fetch”.</source>
        <translation>无法加载模型“{path}”：{reason}。请运行“kinframe models fetch”。</translation>
    </message>
    <message>
        <source>“{host}” cannot be reached: {reason}. Check the network.</source>
        <translation>无法连接“{host}”：{reason}。请检查网络。</translation>
    </message>
    <message>
        <source>“{host}” did not answer in time. Try again later.</source>
        <translation>“{host}”未及时应答。请稍后重试。</translation>
    </message>
    <message>
        <source>“{host}” answered {status}. Try again later.</source>
        <translation>“{host}”应答 {status}。请稍后重试。</translation>
    </message>
    <message>
        <source>“{url}” is no longer there.</source>
        <translation>“{url}”已不存在。</translation>
    </message>
    <message>
        <source>“{host}” does not accept the sign-in any more. Sign in to it again.</source>
        <translation>“{host}”不再接受此登录。请重新登录该服务器。</translation>
    </message>
    <message>
        <source>“{host}” could not prove that it is who it says: {reason}. Check its address and the clock of this computer.</source>
        <translation>“{host}”无法证明其身份：{reason}。请检查其地址和本机的时钟。</translation>
    </message>
    <message>
        <source>“{host}” did not answer as it should: {reason}. Check its address.</source>
        <translation>“{host}”的应答不符合要求：{reason}。请检查其地址。</translation>
    </message>
    <message>
        <source>What came from “{host}” is not what was expected. Try again later.</source>
        <translation>从“{host}”收到的内容与预期不符。请稍后重试。</translation>
    </message>
    <message>
        <source>This took longer than {seconds} seconds and was stopped. Try again.</source>
        <translation>此操作超过 {seconds} 秒，已被停止。请重试。</translation>
    </message>
    <message>
        <source>Kinframe is closing. Try again when it runs.</source>
        <translation>Kinframe 正在关闭。请在其运行时重试。</translation>
    </message>
    <message>
        <source>Something went wrong inside Kinframe. The log says what; please report it.</source>
        <translation>Kinframe 内部出错。日志中有说明；请报告此问题。</translation>
    </message>
    <message>
        <source>This {what} belongs to somebody else. Ask for it whom it belongs to.</source>
        <translation>这个{what}属于别人。请向其所有者索取。</translation>
    </message>
    <message>
        <source>Task {id} was made with this Idempotency-Key already. Use another key for another task.</source>
        <translation>用这个 Idempotency-Key 已经创建过任务 {id}。另一个任务请用另一个键。</translation>
    </message>
    <message>
        <source>The object store “{store}” did not do what was asked: {reason}. Check its settings.</source>
        <translation>对象存储“{store}”没有完成请求：{reason}。请检查它的设置。</translation>
    </message>
    <message>
        <source>The render engine “{engine}” is not here: it was looked for at “{path}”. Install it, or say in the settings where it is.</source>
        <translation>渲染引擎“{engine}”不在这里：在“{path}”没有找到。请安装它，或在设置里指明它的位置。</translation>
    </message>
    <message>
        <source>The render engine “{engine}” failed: {reason}. Its log says more.</source>
        <translation>渲染引擎“{engine}”出错：{reason}。详情见它的日志。</translation>
    </message>
    <message>
        <source>The scene “{path}” does not exist. Check the path.</source>
        <translation>场景“{path}”不存在。请检查路径。</translation>
    </message>
    <message>
        <source>The scene “{path}” cannot be read: {reason}.</source>
        <translation>场景“{path}”无法读取：{reason}。</translation>
    </message>
    <message>
        <source>The renderer has no licence: “{reason}”. Check its licence server, then render again.</source>
        <translation>渲染器没有许可证：“{reason}”。请检查许可证服务器，然后重新渲染。</translation>
    </message>
    <message>
        <source>The memory was not enough: “{reason}”. Ask for more memory, or make the scene smaller.</source>
        <translation>内存不足：“{reason}”。请申请更多内存，或减小场景。</translation>
    </message>
    <message>
        <source>A texture of the scene is missing: “{reason}”. Upload it and name it among the task&apos;s files.</source>
        <translation>场景缺少贴图：“{reason}”。请上传它，并在任务的文件中列出。</translation>
    </message>
    <message>
        <source>A file of the scene is missing: “{reason}”. Upload it and name it among the task&apos;s files.</source>
        <translation>场景缺少文件：“{reason}”。请上传它，并在任务的文件中列出。</translation>
    </message>
    <message>
        <source>The renderer cannot open the scene: “{reason}”. Save it again with the version that renders it.</source>
        <translation>渲染器无法打开场景：“{reason}”。请用渲染所用的版本重新保存。</translation>
    </message>
    <message>
        <source>A script of the scene or its plug-ins failed: “{reason}”. Mend it, then render again.</source>
        <translation>场景或插件的脚本出错：“{reason}”。请修正后重新渲染。</translation>
    </message>
    <message>
        <source>The disk that is rendered to is full: “{reason}”. Free space on it, then render again.</source>
        <translation>渲染输出所在的磁盘已满：“{reason}”。请腾出空间后重新渲染。</translation>
    </message>
    <message>
        <source>The scene has no camera to render with: “{reason}”. Give it one, or name another.</source>
        <translation>场景没有可用于渲染的摄像机：“{reason}”。请添加摄像机，或指定另一台。</translation>
    </message>
    <message>
        <source>The graphics card failed: “{reason}”. Check its driver and its memory, or render without it.</source>
        <translation>显卡出错：“{reason}”。请检查驱动程序和显存，或不使用显卡渲染。</translation>
    </message>
    <message>
        <source>This renderer does not have what the scene asks for: “{reason}”. Turn it off in the scene, or use a renderer that has it.</source>
        <translation>此渲染器没有场景所要求的功能：“{reason}”。请在场景中关闭它，或使用具备该功能的渲染器。</translation>
    </message>
    <message>
        <source>The renderer crashed: “{reason}”. Its log says more.</source>
        <translation>渲染器崩溃：“{reason}”。其日志中有更多信息。</translation>
    </message>
    <message>
        <source>The renderer failed: “{reason}”. Its log says more.</source>
        <translation>渲染失败：“{reason}”。渲染日志中有更多信息。</translation>
    </message>
    <message>
        <source>The renderer said that all is well, but wrote no picture of frame {frame}. Its log says more.</source>
        <translation>渲染器报告一切正常，但没有写出第 {frame} 帧的图像。其日志中有更多信息。</translation>
    </message>
    <message>
        <source>The picture “{path}” of the renderer is not whole: {reason}. Render the frame again.</source>
        <translation>渲染器写出的图像“{path}”不完整：{reason}。请重新渲染该帧。</translation>
    </message>
    <message>
        <source>{failed} of {total} frames failed{more}. Each that failed says why.</source>
        <translation>{total} 帧中有 {failed} 帧失败{more}。失败的每一帧都写明了原因。</translation>
    </message>
    <message>
        <source>The test frame {frame} failed, so the other frames were not rendered: {reason}</source>
        <translation>测试帧 {frame} 失败，因此没有渲染其余的帧：{reason}</translation>
    </message>
    <message>
        <source>The task took longer than the {seconds} seconds that it was given. Give it more time, then render the rest.</source>
        <translation>任务用时超过了给定的 {seconds} 秒。请给它更多时间，再渲染其余的帧。</translation>
    </message>
    <message>
        <source>The frame took longer than the {seconds} seconds that it was given. Give it more time, then render it again.</source>
        <translation>这一帧用时超过了给定的 {seconds} 秒。请给它更多时间，再渲染一次。</translation>
    </message>
    <message>
        <source>The renderer has said nothing for {seconds} seconds and was ended. Render the frame again; if it hangs again, look at its log.</source>
        <translation>渲染器已有 {seconds} 秒没有输出，因此被结束。请再渲染这一帧；如果再次停住，请看日志。</translation>
    </message>
    <message>
        <source>The process or the computer that rendered this frame went away. Render it again.</source>
        <translation>渲染这一帧的进程或计算机消失了。请再渲染一次。</translation>
    </message>
    <message>
        <source>It asks for {ram} GB of memory and {gpus} graphics cards; here are {ram_here} GB and {gpus_here}. It waits. Ask for less, or let the settings render it here anyway.</source>
        <translation>它要求 {ram} GB 内存和 {gpus} 块显卡，而这里只有 {ram_here} GB 和 {gpus_here} 块，因此在等待。请降低要求，或在设置里允许仍在此渲染。</translation>
    </message>
    <message>
        <source>It asked for {ram} GB of memory and {gpus} graphics cards, and is rendered with what is here: {ram_here} GB and {gpus_here}.</source>
        <translation>它要求 {ram} GB 内存和 {gpus} 块显卡，现用这里已有的来渲染：{ram_here} GB 和 {gpus_here} 块。</translation>
    </message>
    <message>
        <source>“{host}” shows a certificate that this computer does not trust: {reason}. Its SHA-256 fingerprint is {fingerprint}. If its owner shows you the same one, trust it for this server.</source>
        <translation>“{host}”出示的证书不受这台电脑信任：{reason}。其 SHA-256 指纹为 {fingerprint}。如果服务器所有者给出的指纹与此相同，请为此服务器信任它。</translation>
    </message>
    <message>
        <source>“{host}” does not know this e-mail address with this password. Check both.</source>
        <translation>“{host}”不认识此邮箱地址和密码。请检查两者。</translation>
    </message>
    <message>
        <source>“{host}” does not know this API key. Make one there and copy it whole.</source>
        <translation>“{host}”不认识此 API 密钥。请在那里创建一个并完整复制。</translation>
    </message>
    <message>
        <source>“{host}” does not let this API key {what}. Give it the permission there, or use another key.</source>
        <translation>“{host}”不允许此 API 密钥{what}。请在那里授予该权限，或使用其他密钥。</translation>
    </message>
    <message>
        <source>“{url}” is neither a Kinframe nor an Immich server. Check the address.</source>
        <translation>“{url}”既不是 Kinframe 服务器，也不是 Immich 服务器。请检查地址。</translation>
    </message>
    <message>
        <source>“{host}” has version {version}; {needed} or newer is needed. Update it first.</source>
        <translation>“{host}”的版本是 {version}；需要 {needed} 或更新版本。请先升级。</translation>
    </message>
    <message>
        <source>The keychain of this computer did not do what was asked: {reason}. Unlock it and try again.</source>
        <translation>这台电脑的钥匙串未能完成请求：{reason}。请解锁后重试。</translation>
    </message>
    <message>
        <source>Nothing can be saved in “{path}”: {reason}. Choose another folder for downloads.</source>
        <translation>无法保存到“{path}”：{reason}。请为下载选择另一个文件夹。</translation>
    </message>
    <message>
        <source>The other half of this live photo ({half}) could not be fetched, so nothing of it was saved. Try again.</source>
        <translation>无法获取此实况照片的另一半（{half}），因此没有保存任何内容。请重试。</translation>
    </message>
    <message>
        <source>“{path}” is in your library already, so it was not fetched again.</source>
        <translation>“{path}”已在您的图库中，因此没有再次下载。</translation>
    </message>
    <message>
        <source>The quota has been exceeded: with this, your photos would take {value} of the {limit} that you have here. Delete some for good, or ask an admin of this library for more room.</source>
        <translation>超出了配额：加上这个文件，您的照片将占用 {value}，而您在此处可用的空间为 {limit}。请彻底删除一些照片，或请此图库的管理员增加空间。</translation>
    </message>
</context>
<context>
    <name>ExportActs</name>
    <message numerus="yes">
        <source>%n photo(s) could not be exported, “%1” first: %2</source>
        <translation>
            <numerusform>%n 张照片无法导出，第一张是“%1”：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not the whole path of a folder. Choose one.</source>
        <translation>“%1”不是文件夹的完整路径。请选择一个文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) exported to “%1”</source>
        <translation>
            <numerusform>已将 %n 张照片导出到“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>These are more than %1. Export them to a folder instead.</source>
        <translation>这些照片超过 %1。请改为导出到文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) copied</source>
        <translation>
            <numerusform>已复制 %n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>已复制路径</translation>
    </message>
    <message>
        <source>SHA-256 copied</source>
        <translation>已复制 SHA-256</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>The copies for other programs are ready now. Drag the photos once more.</source>
        <translation>给其他程序的副本已准备好。请再拖动一次照片。</translation>
    </message>
    <message numerus="yes">
        <source>These are more than %n photo(s). Export them to a folder instead.</source>
        <translation>
            <numerusform>这些照片超过 %n 张。请改为导出到文件夹。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Export %n photo(s)</source>
        <translation>
            <numerusform>导出 %n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Where to export to</source>
        <translation>导出到哪里</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>JPEG</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>WebP</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>As what</source>
        <translation>导出为</translation>
    </message>
    <message>
        <source>At most this many pixels long:</source>
        <translation>长边最多像素：</translation>
    </message>
    <message>
        <source>Pixels of the longer side</source>
        <translation>长边像素</translation>
    </message>
    <message>
        <source>With what is known of them, in XMP files beside them</source>
        <translation>连同已知的信息，存为旁边的 XMP 文件</translation>
    </message>
    <message>
        <source>Videos are copied as they are. No file is replaced: where a name is taken, the new file gets a number.</source>
        <translation>视频按原样复制。不会替换任何文件：名称已被占用时，新文件会加上编号。</translation>
    </message>
    <message>
        <source>The files as they were added. No file is replaced: where a name is taken, the new file gets a number.</source>
        <translation>按添加时的原样导出文件。不会替换任何文件：名称已被占用时，新文件会加上编号。</translation>
    </message>
</context>
<context>
    <name>FaceBox</name>
    <message>
        <source>Face of %1</source>
        <translation>%1 的脸</translation>
    </message>
    <message>
        <source>Face without a name</source>
        <translation>未命名的人脸</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>这是谁？</translation>
    </message>
    <message>
        <source>Not a face</source>
        <translation>不是人脸</translation>
    </message>
</context>
<context>
    <name>FaceBoxes</name>
    <message>
        <source>Named %1</source>
        <translation>已命名为 %1</translation>
    </message>
    <message>
        <source>Face drawn</source>
        <translation>已标出人脸</translation>
    </message>
    <message>
        <source>%1 marked in the photo</source>
        <translation>已在照片中标出 %1</translation>
    </message>
    <message>
        <source>Face moved</source>
        <translation>已移动人脸框</translation>
    </message>
    <message>
        <source>Marked as not a face</source>
        <translation>已标为不是人脸</translation>
    </message>
</context>
<context>
    <name>FaceCell</name>
    <message>
        <source>Face of %1, confirmed</source>
        <translation>%1 的人脸，已确认</translation>
    </message>
    <message>
        <source>Face of %1</source>
        <translation>%1 的人脸</translation>
    </message>
</context>
<context>
    <name>FaceModelsOffer</name>
    <message>
        <source>Find the people in them</source>
        <translation>查找其中的人物</translation>
    </message>
    <message>
        <source>The face models are on this computer already.</source>
        <translation>人脸模型已在此电脑上。</translation>
    </message>
    <message>
        <source>Downloads the face models once.</source>
        <translation>需下载一次人脸模型。</translation>
    </message>
    <message>
        <source>Downloads the face models once: %1.</source>
        <translation>需下载一次人脸模型：%1。</translation>
    </message>
    <message>
        <source>Downloading the face models</source>
        <translation>正在下载人脸模型</translation>
    </message>
</context>
<context>
    <name>FaceNetworks</name>
    <message>
        <source>Finds faces</source>
        <translation>查找人脸</translation>
    </message>
    <message>
        <source>Tells people apart</source>
        <translation>辨认人物</translation>
    </message>
    <message>
        <source>%1, %2 on the disk</source>
        <translation>%1，占用磁盘 %2</translation>
    </message>
    <message>
        <source>%1, %2 to download</source>
        <translation>%1，需下载 %2</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可证：%1</translation>
    </message>
    <message>
        <source>It cannot be downloaded. Put its files into the folder “%1”.</source>
        <translation>无法下载。请把它的文件放到文件夹“%1”中。</translation>
    </message>
    <message>
        <source>The file “%1” is not what it should be. Download it again.</source>
        <translation>文件“%1”的内容不正确。请重新下载。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>FacesBar</name>
    <message>
        <source>Choose none</source>
        <translation>取消选择</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>不是此人</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>移给…</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>分出</translation>
    </message>
    <message>
        <source>Not a face</source>
        <translation>不是人脸</translation>
    </message>
    <message>
        <source>Use as cover</source>
        <translation>用作封面</translation>
    </message>
</context>
<context>
    <name>FacesMenu</name>
    <message>
        <source>Open the photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Use as cover</source>
        <translation>用作封面</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>不是此人</translation>
    </message>
    <message>
        <source>Move to somebody…</source>
        <translation>移给某人…</translation>
    </message>
    <message>
        <source>Make a person of their own</source>
        <translation>分成另一个人</translation>
    </message>
    <message>
        <source>Not a face</source>
        <translation>不是人脸</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>properties, values and operators</source>
        <translation>属性、值和运算符</translation>
    </message>
    <message>
        <source>levels within each other</source>
        <translation>层嵌套</translation>
    </message>
    <message>
        <source>any and all within each other</source>
        <translation>层嵌套的 any 和 all</translation>
    </message>
    <message>
        <source>values in a list</source>
        <translation>列表中的值</translation>
    </message>
    <message>
        <source>values in all lists</source>
        <translation>所有列表中的值</translation>
    </message>
    <message>
        <source>characters of a pattern</source>
        <translation>模式字符</translation>
    </message>
    <message>
        <source>properties to order by</source>
        <translation>排序属性</translation>
    </message>
    <message>
        <source>a property, a value or a function</source>
        <translation>属性、值或函数</translation>
    </message>
    <message>
        <source>a property, any or all</source>
        <translation>属性、any 或 all</translation>
    </message>
    <message>
        <source>a property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>a property with one value</source>
        <translation>只有一个值的属性</translation>
    </message>
    <message>
        <source>the name of a property</source>
        <translation>属性的名称</translation>
    </message>
    <message>
        <source>names of properties with commas between them</source>
        <translation>用逗号分隔的属性名称</translation>
    </message>
    <message>
        <source>a function such as contains(model,&apos;x&apos;)</source>
        <translation>函数，例如 contains(model,&apos;x&apos;)</translation>
    </message>
    <message>
        <source>%1 with %2 argument(s)</source>
        <translation>带 %2 个参数的 %1</translation>
    </message>
    <message>
        <source>an operator</source>
        <translation>运算符</translation>
    </message>
    <message>
        <source>an operator or a closing bracket</source>
        <translation>运算符或右括号</translation>
    </message>
    <message>
        <source>a closing bracket</source>
        <translation>右括号</translation>
    </message>
    <message>
        <source>an opening bracket before it</source>
        <translation>前面的左括号</translation>
    </message>
    <message>
        <source>a comma or a closing bracket</source>
        <translation>逗号或右括号</translation>
    </message>
    <message>
        <source>a list in brackets</source>
        <translation>括号中的列表</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>右引号</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>a space or the end of the value</source>
        <translation>空格或值的结尾</translation>
    </message>
    <message>
        <source>a condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>a time of day</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>a date with a time</source>
        <translation>带时间的日期</translation>
    </message>
    <message>
        <source>a date or time that exists</source>
        <translation>存在的日期或时间</translation>
    </message>
    <message>
        <source>a duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>a duration such as &apos;PT1H&apos;</source>
        <translation>时长，例如 &apos;PT1H&apos;</translation>
    </message>
    <message>
        <source>a variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>any or all</source>
        <translation>any 或 all</translation>
    </message>
    <message>
        <source>any or all of its members, as in tags/any(t: t eq &apos;x&apos;)</source>
        <translation>对其成员使用 any 或 all，例如 tags/any(t: t eq &apos;x&apos;)</translation>
    </message>
    <message>
        <source>a regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>asc, desc or a comma</source>
        <translation>asc、desc 或逗号</translation>
    </message>
    <message>
        <source>numbers, or dates with durations</source>
        <translation>数字，或日期与时长</translation>
    </message>
    <message>
        <source>one of = != &gt; &gt;= &lt; &lt;= ~</source>
        <translation>= != &gt; &gt;= &lt; &lt;= ~ 之一</translation>
    </message>
    <message>
        <source>a token that the same query gave</source>
        <translation>同一查询给出的令牌</translation>
    </message>
    <message>
        <source>a whole number from 0</source>
        <translation>不小于 0 的整数</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>只出现一次的选项</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>这样的名称</translation>
    </message>
    <message>
        <source>a list of hashes</source>
        <translation>哈希值的列表</translation>
    </message>
    <message>
        <source>a JSON object for each file, in their order</source>
        <translation>按文件顺序、每个文件一个 JSON 对象</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>a name of 1 to %1 letters, digits and “_”</source>
        <translation>由 1 到 %1 个字母、数字和“_”组成的名称</translation>
    </message>
    <message>
        <source>a list of texts that are not empty</source>
        <translation>非空文本的列表</translation>
    </message>
    <message>
        <source>a text without NUL characters</source>
        <translation>不含 NUL 字符的文本</translation>
    </message>
    <message>
        <source>a text, a number, true, false or null</source>
        <translation>文本、数、true、false 或 null</translation>
    </message>
    <message>
        <source>true, false or null</source>
        <translation>true、false 或 null</translation>
    </message>
    <message>
        <source>a text or null</source>
        <translation>文本或 null</translation>
    </message>
    <message>
        <source>a whole number or null</source>
        <translation>整数或 null</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>history entry</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>kind of work</source>
        <translation>工作类型</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>picture of the face</source>
        <translation>人脸图片</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>预览图</translation>
    </message>
    <message>
        <source>session</source>
        <translation>登录会话</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>thumbnail</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>administer this library</source>
        <translation>管理此图库</translation>
    </message>
    <message>
        <source>ask for the key without using one</source>
        <translation>不用密钥而查询密钥</translation>
    </message>
    <message>
        <source>call it from pages of “%1”</source>
        <translation>从“%1”的网页调用</translation>
    </message>
    <message>
        <source>give a key more rights than your own</source>
        <translation>给予密钥超出您自己的权限</translation>
    </message>
    <message>
        <source>make keys for others</source>
        <translation>为他人创建密钥</translation>
    </message>
    <message>
        <source>name files of this computer from elsewhere</source>
        <translation>从别处指定此计算机上的文件</translation>
    </message>
    <message>
        <source>reach it as “%1”</source>
        <translation>以“%1”访问</translation>
    </message>
    <message>
        <source>a JSON object</source>
        <translation>一个 JSON 对象</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON (%1 at byte %2)</source>
        <translation>JSON（第 %2 字节处：%1）</translation>
    </message>
    <message>
        <source>a UUID</source>
        <translation>一个 UUID</translation>
    </message>
    <message>
        <source>the UUID of a photo</source>
        <translation>一张照片的 UUID</translation>
    </message>
    <message>
        <source>a list of UUIDs</source>
        <translation>UUID 的列表</translation>
    </message>
    <message>
        <source>at least one id</source>
        <translation>至少一个 ID</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>text in UTF-8</source>
        <translation>UTF-8 文本</translation>
    </message>
    <message>
        <source>one line</source>
        <translation>一行</translation>
    </message>
    <message>
        <source>a text of at most 200 characters</source>
        <translation>不超过 200 个字符的文本</translation>
    </message>
    <message>
        <source>a text of 1 to 200 characters</source>
        <translation>1 到 200 个字符的文本</translation>
    </message>
    <message>
        <source>at most %1 characters</source>
        <translation>不超过 %1 个字符</translation>
    </message>
    <message>
        <source>of 8 to 256 characters</source>
        <translation>8 到 256 个字符</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>a time as ISO 8601</source>
        <translation>ISO 8601 格式的时间</translation>
    </message>
    <message>
        <source>the name of a queue</source>
        <translation>队列的名称</translation>
    </message>
    <message>
        <source>start, pause, resume or clear-failed</source>
        <translation>start、pause、resume 或 clear-failed</translation>
    </message>
    <message>
        <source>timeline or archive</source>
        <translation>timeline 或 archive</translation>
    </message>
    <message>
        <source>timeline, archive or hidden</source>
        <translation>timeline、archive 或 hidden</translation>
    </message>
    <message>
        <source>the id of a video</source>
        <translation>视频的 id</translation>
    </message>
    <message>
        <source>an XMP file of at most 1 MiB</source>
        <translation>不超过 1 MiB 的 XMP 文件</translation>
    </message>
    <message>
        <source>the SHA-1 of the file that came, %1</source>
        <translation>所收到文件的 SHA-1，即 %1</translation>
    </message>
    <message>
        <source>a value of another type</source>
        <translation>其他类型的值</translation>
    </message>
    <message>
        <source>a past date as YYYY-MM-DD</source>
        <translation>格式为 YYYY-MM-DD 的过去日期</translation>
    </message>
    <message>
        <source>a colour as #RRGGBB</source>
        <translation>格式为 #RRGGBB 的颜色</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>电子邮件地址</translation>
    </message>
    <message>
        <source>your present password</source>
        <translation>您当前的密码</translation>
    </message>
    <message>
        <source>a permission, for example asset.read</source>
        <translation>一项权限，例如 asset.read</translation>
    </message>
    <message>
        <source>a list of names of permissions</source>
        <translation>权限名称的列表</translation>
    </message>
    <message>
        <source>the name of a model</source>
        <translation>模型的名称</translation>
    </message>
    <message>
        <source>a list of names of models</source>
        <translation>模型名称的列表</translation>
    </message>
    <message>
        <source>a list of at most %1 names of models</source>
        <translation>最多 %1 个模型名称的列表</translation>
    </message>
    <message>
        <source>files and folders</source>
        <translation>文件和文件夹</translation>
    </message>
    <message>
        <source>an absolute path of this computer</source>
        <translation>此计算机上的绝对路径</translation>
    </message>
    <message>
        <source>a list of 1 to %1 paths</source>
        <translation>1 到 %1 个路径的列表</translation>
    </message>
    <message>
        <source>a file in a multipart form</source>
        <translation>multipart 表单中的一个文件</translation>
    </message>
    <message>
        <source>thumbnail or preview</source>
        <translation>thumbnail 或 preview</translation>
    </message>
    <message>
        <source>a common picture format</source>
        <translation>常见的图片格式</translation>
    </message>
    <message>
        <source>a part of the picture</source>
        <translation>图片的一部分</translation>
    </message>
    <message>
        <source>larger than nothing</source>
        <translation>大于零</translation>
    </message>
    <message>
        <source>a box inside the photo</source>
        <translation>照片范围内的方框</translation>
    </message>
    <message>
        <source>a face or photo of this person</source>
        <translation>此人物的人脸或照片</translation>
    </message>
    <message>
        <source>faces of this person</source>
        <translation>此人物的人脸</translation>
    </message>
    <message>
        <source>other people than the one they become</source>
        <translation>合并目标以外的人物</translation>
    </message>
    <message>
        <source>a list of people</source>
        <translation>人物的列表</translation>
    </message>
    <message>
        <source>a list of assetId and personId</source>
        <translation>由 assetId 和 personId 组成的列表</translation>
    </message>
    <message>
        <source>a list of at most %1</source>
        <translation>最多 %1 项的列表</translation>
    </message>
    <message>
        <source>an address</source>
        <translation>一个地址</translation>
    </message>
    <message>
        <source>an http or https address</source>
        <translation>http 或 https 地址</translation>
    </message>
    <message>
        <source>a word in capitals</source>
        <translation>大写的单词</translation>
    </message>
    <message>
        <source>an HTTP/1.1 request</source>
        <translation>HTTP/1.1 请求</translation>
    </message>
    <message>
        <source>a well-formed HTTP/1.1 request</source>
        <translation>格式正确的 HTTP/1.1 请求</translation>
    </message>
    <message>
        <source>lines that end with CR LF</source>
        <translation>以 CR LF 结尾的行</translation>
    </message>
    <message>
        <source>headers of one line each</source>
        <translation>每个标头各占一行</translation>
    </message>
    <message>
        <source>one host</source>
        <translation>一个主机名</translation>
    </message>
    <message>
        <source>the name of this server</source>
        <translation>此服务器的名称</translation>
    </message>
    <message>
        <source>the name or address of this server</source>
        <translation>此服务器的名称或地址</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>一个数字</translation>
    </message>
    <message>
        <source>“chunked”, once, in HTTP/1.1, without Content-Length</source>
        <translation>在 HTTP/1.1 中只出现一次的“chunked”，且没有 Content-Length</translation>
    </message>
    <message>
        <source>no Content-Encoding</source>
        <translation>不使用 Content-Encoding</translation>
    </message>
    <message>
        <source>percent-encoded UTF-8</source>
        <translation>百分号编码的 UTF-8</translation>
    </message>
    <message>
        <source>a path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>a path of percent-encoded UTF-8</source>
        <translation>百分号编码的 UTF-8 路径</translation>
    </message>
    <message>
        <source>a path that begins with a slash</source>
        <translation>以斜杠开头的路径</translation>
    </message>
    <message>
        <source>a path with a first slash</source>
        <translation>以斜杠开头的路径</translation>
    </message>
    <message>
        <source>a path without a “#”</source>
        <translation>不含“#”的路径</translation>
    </message>
    <message>
        <source>a path without . and ..</source>
        <translation>不含 . 和 .. 的路径</translation>
    </message>
    <message>
        <source>a path of at most %1 segments</source>
        <translation>最多 %1 段的路径</translation>
    </message>
    <message>
        <source>GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS</source>
        <translation>GET、HEAD、POST、PUT、PATCH、DELETE 或 OPTIONS</translation>
    </message>
    <message>
        <source>WebSocket, version 13</source>
        <translation>WebSocket 第 13 版</translation>
    </message>
    <message>
        <source>16 bytes in base64</source>
        <translation>base64 编码的 16 个字节</translation>
    </message>
    <message>
        <source>in every part of a form</source>
        <translation>表单的每一部分都要有</translation>
    </message>
    <message>
        <source>header lines of a form part (RFC 7578)</source>
        <translation>表单部分的标头行（RFC 7578）</translation>
    </message>
    <message>
        <source>form-data with a name in UTF-8</source>
        <translation>带有 UTF-8 名称的 form-data</translation>
    </message>
    <message>
        <source>a name such as UTF-8&apos;&apos;na%C3%AFve.jpg (RFC 5987)</source>
        <translation>形如 UTF-8&apos;&apos;na%C3%AFve.jpg 的名称（RFC 5987）</translation>
    </message>
    <message>
        <source>a boundary of 1 to 70 characters (RFC 2046)</source>
        <translation>1 到 70 个字符的分隔符（RFC 2046）</translation>
    </message>
    <message>
        <source>a line end or two hyphens after a boundary</source>
        <translation>分隔符之后的换行或两个连字符</translation>
    </message>
    <message>
        <source>a form that begins with its boundary</source>
        <translation>以分隔符开头的表单</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有访问权限</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>it is not readable</source>
        <translation>它无法读取</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>它已损坏</translation>
    </message>
    <message>
        <source>its bytes have changed</source>
        <translation>其内容已被改变</translation>
    </message>
    <message>
        <source>“%1” exists already</source>
        <translation>“%1”已存在</translation>
    </message>
    <message>
        <source>its database is damaged</source>
        <translation>其数据库已损坏</translation>
    </message>
    <message>
        <source>it holds no finished snapshot</source>
        <translation>其中没有已完成的快照</translation>
    </message>
    <message>
        <source>the file %1 is missing in it</source>
        <translation>其中缺少文件 %1</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>元数据无效</translation>
    </message>
    <message>
        <source>XMP</source>
        <translation>XMP 无效</translation>
    </message>
    <message>
        <source>no frame can be decoded</source>
        <translation>没有可以解码的画面</translation>
    </message>
    <message>
        <source>its size is %1 x %2</source>
        <translation>其尺寸为 %1 x %2</translation>
    </message>
    <message>
        <source>its header is not where it belongs</source>
        <translation>文件头不在应有的位置</translation>
    </message>
    <message>
        <source>its header has the wrong size</source>
        <translation>文件头的大小不对</translation>
    </message>
    <message>
        <source>BMP: its data does not fit its header</source>
        <translation>BMP：数据与文件头不符</translation>
    </message>
    <message>
        <source>EXR: its header is invalid</source>
        <translation>EXR：文件头无效</translation>
    </message>
    <message>
        <source>EXR: its data is invalid, or it has no colours</source>
        <translation>EXR：数据无效，或没有颜色</translation>
    </message>
    <message>
        <source>GIF: there is no picture in it</source>
        <translation>GIF：其中没有图片</translation>
    </message>
    <message>
        <source>GIF: its first frame is invalid</source>
        <translation>GIF：第一帧无效</translation>
    </message>
    <message>
        <source>TIFF: its picture data is invalid</source>
        <translation>TIFF：图像数据无效</translation>
    </message>
    <message>
        <source>WebP: it wants more memory than there is</source>
        <translation>WebP：所需内存超过可用内存</translation>
    </message>
    <message>
        <source>WebP: its picture data is invalid</source>
        <translation>WebP：图像数据无效</translation>
    </message>
    <message>
        <source>WebP: its first frame is invalid</source>
        <translation>WebP：第一帧无效</translation>
    </message>
    <message>
        <source>it is not an OpenVINO network</source>
        <translation>它不是 OpenVINO 网络</translation>
    </message>
    <message>
        <source>it has too many layers or one of them twice</source>
        <translation>它的层太多，或有重复的层</translation>
    </message>
    <message>
        <source>a number is missing</source>
        <translation>缺少一个数值</translation>
    </message>
    <message>
        <source>its layers are not connected as they should be</source>
        <translation>它的层连接有误</translation>
    </message>
    <message>
        <source>its description is too large</source>
        <translation>它的描述过大</translation>
    </message>
    <message>
        <source>it is too large, has no result or goes round in a circle</source>
        <translation>它过大、没有输出或存在循环</translation>
    </message>
    <message>
        <source>its input or its result is not what it should be</source>
        <translation>它的输入或输出与预期不符</translation>
    </message>
    <message>
        <source>its answer has no head</source>
        <translation>其应答没有头部</translation>
    </message>
    <message>
        <source>its answer %1 holds no file</source>
        <translation>其应答 %1 不含文件</translation>
    </message>
    <message>
        <source>its answer is longer than %1 bytes</source>
        <translation>其应答超过 %1 字节</translation>
    </message>
    <message>
        <source>its headers are longer than %1 bytes</source>
        <translation>其标头超过 %1 字节</translation>
    </message>
    <message>
        <source>it redirects more than %1 times</source>
        <translation>它重定向了超过 %1 次</translation>
    </message>
    <message>
        <source>its redirect does not end</source>
        <translation>它的重定向没有尽头</translation>
    </message>
    <message>
        <source>it redirects to an address that is not of the web</source>
        <translation>它重定向到了非网页地址</translation>
    </message>
    <message>
        <source>it redirects from a secure address to an open one</source>
        <translation>它从安全地址重定向到了不安全的地址</translation>
    </message>
    <message>
        <source>it redirects what was sent to another server</source>
        <translation>它把发送的内容重定向到了另一台服务器</translation>
    </message>
    <message>
        <source>it holds no private key without a password</source>
        <translation>其中没有不带密码的私钥</translation>
    </message>
    <message>
        <source>it holds no certificate in PEM</source>
        <translation>其中没有 PEM 格式的证书</translation>
    </message>
    <message>
        <source>its key is no private key without a password</source>
        <translation>其密钥不是不带密码的私钥</translation>
    </message>
    <message>
        <source>its key belongs to another certificate</source>
        <translation>其密钥属于另一份证书</translation>
    </message>
    <message>
        <source>the address “%1” is taken</source>
        <translation>地址“%1”已被使用</translation>
    </message>
    <message>
        <source>several users are called “%1”; give the e-mail address</source>
        <translation>有多个用户名为“%1”；请给出电子邮件地址</translation>
    </message>
    <message>
        <source>the owner of this library stays an admin</source>
        <translation>此图库的所有者始终是管理员</translation>
    </message>
    <message>
        <source>the owner of this library cannot be deleted</source>
        <translation>此图库的所有者不能被删除</translation>
    </message>
    <message>
        <source>it is undone already</source>
        <translation>它已被撤销</translation>
    </message>
    <message>
        <source>it is not undone</source>
        <translation>它未被撤销</translation>
    </message>
    <message>
        <source>it cannot be stopped or has ended</source>
        <translation>它无法停止，或已经结束</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>a raw file without a preview</source>
        <translation>没有预览图的 RAW 文件</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>在范围之外</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 个字符</translation>
    </message>
    <message>
        <source>%1 characters long</source>
        <translation>%1 个字符</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>more than %1 bytes with the other fields</source>
        <translation>连同其他字段超过 %1 字节</translation>
    </message>
    <message>
        <source>more than %1 bytes</source>
        <translation>超过 %1 字节</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>given more than once</source>
        <translation>多次给出</translation>
    </message>
    <message>
        <source>given %1 times</source>
        <translation>给出了 %1 次</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>有歧义</translation>
    </message>
    <message>
        <source>not a path</source>
        <translation>不是路径</translation>
    </message>
    <message>
        <source>with a fragment</source>
        <translation>带有片段</translation>
    </message>
    <message>
        <source>for another host than the Host header</source>
        <translation>与 Host 标头的主机不同</translation>
    </message>
    <message>
        <source>not HTTP</source>
        <translation>不是 HTTP</translation>
    </message>
    <message>
        <source>a line that ends with LF alone</source>
        <translation>仅以 LF 结尾的行</translation>
    </message>
    <message>
        <source>a folded header</source>
        <translation>折行的标头</translation>
    </message>
    <message>
        <source>a plain request</source>
        <translation>普通请求</translation>
    </message>
    <message>
        <source>of several lines</source>
        <translation>多行</translation>
    </message>
    <message>
        <source>not the present one</source>
        <translation>不是当前的密码</translation>
    </message>
    <message>
        <source>a number from 0 to 5</source>
        <translation>0 到 5 之间的数</translation>
    </message>
    <message>
        <source>the face has no name yet</source>
        <translation>此人脸还没有名字</translation>
    </message>
    <message>
        <source>Use: kinframe %1</source>
        <translation>用法：kinframe %1</translation>
    </message>
    <message>
        <source>There is no command “%1”</source>
        <translation>没有“%1”这个命令</translation>
    </message>
    <message>
        <source>serve takes no further words</source>
        <translation>serve 后面不能再有其他内容</translation>
    </message>
    <message>
        <source>--port takes a number from 0 to 65535</source>
        <translation>--port 须为 0 到 65535 之间的数</translation>
    </message>
    <message>
        <source>--size takes a number from 1 to 1000</source>
        <translation>--size 须为 1 到 1000 之间的数</translation>
    </message>
    <message>
        <source>asc or desc</source>
        <translation>asc 或 desc</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>以下之一：%1</translation>
    </message>
    <message>
        <source>a key such as projects/user/wolf.ma</source>
        <translation>像 projects/user/wolf.ma 这样的键</translation>
    </message>
    <message>
        <source>a key that does not begin with assets/</source>
        <translation>不以 assets/ 开头的键</translation>
    </message>
    <message>
        <source>%1, which the file has</source>
        <translation>文件实际的 %1</translation>
    </message>
    <message>
        <source>another file has the same MD5</source>
        <translation>另一个文件有相同的 MD5</translation>
    </message>
    <message>
        <source>the upload goes on at byte %1</source>
        <translation>上传应从第 %1 字节继续</translation>
    </message>
    <message>
        <source>the upload is whole already</source>
        <translation>上传已经完成</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>32 hexadecimal digits (MD5)</source>
        <translation>32 位十六进制数字（MD5）</translation>
    </message>
    <message>
        <source>a list of MD5s</source>
        <translation>MD5 的列表</translation>
    </message>
    <message>
        <source>a whole number of 64 bits (XXH64)</source>
        <translation>64 位整数（XXH64）</translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>names with values in base64</source>
        <translation>名称及 base64 的值</translation>
    </message>
    <message>
        <source>md5, sha1 or sha256 with its value in base64</source>
        <translation>md5、sha1 或 sha256 及其 base64 的值</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>it went away while it was read</source>
        <translation>读取时它消失了</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>its packing is damaged</source>
        <translation>压缩数据已损坏</translation>
    </message>
    <message>
        <source>it is too large for an Unreal project</source>
        <translation>作为虚幻项目它太大了</translation>
    </message>
    <message>
        <source>it is no Unreal project</source>
        <translation>它不是虚幻项目</translation>
    </message>
    <message>
        <source>its Blender header is damaged</source>
        <translation>Blender 文件头已损坏</translation>
    </message>
    <message>
        <source>it is a Maya binary file; save it as Maya ASCII (.ma) and send that</source>
        <translation>它是 Maya 二进制文件；请另存为 Maya ASCII（.ma）后再提交</translation>
    </message>
    <message>
        <source>it is neither Maya ASCII (.ma, .ma.gz) nor Blender (.blend) nor an Unreal project</source>
        <translation>它既不是 Maya ASCII（.ma、.ma.gz），也不是 Blender（.blend）或虚幻项目</translation>
    </message>
    <message>
        <source>it took longer than %1 seconds</source>
        <translation>耗时超过 %1 秒</translation>
    </message>
    <message>
        <source>it ended with code %1</source>
        <translation>它以代码 %1 结束</translation>
    </message>
    <message>
        <source>its answer was not understood</source>
        <translation>无法理解它的应答</translation>
    </message>
    <message>
        <source>at least one frame</source>
        <translation>至少一帧</translation>
    </message>
    <message>
        <source>letters, digits, - and _</source>
        <translation>字母、数字、- 和 _</translation>
    </message>
    <message>
        <source>an absolute path</source>
        <translation>绝对路径</translation>
    </message>
    <message>
        <source>a name that does not begin with -</source>
        <translation>不以 - 开头的名称</translation>
    </message>
    <message>
        <source>an asset of the project</source>
        <translation>项目中的一个资源</translation>
    </message>
    <message>
        <source>a name in braces</source>
        <translation>花括号中的名称</translation>
    </message>
    <message>
        <source>a name that this engine knows</source>
        <translation>此引擎已知的名称</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>它过早结束</translation>
    </message>
    <message>
        <source>it cannot be decoded</source>
        <translation>它无法解码</translation>
    </message>
    <message>
        <source>it is a video</source>
        <translation>它是视频</translation>
    </message>
    <message>
        <source>it was there before it was rendered</source>
        <translation>它在渲染之前就已存在</translation>
    </message>
    <message>
        <source>it is not what its name says</source>
        <translation>它与其名称所示的格式不符</translation>
    </message>
    <message>
        <source>it has %1 pixels instead of %2</source>
        <translation>它的像素为 %1，而不是 %2</translation>
    </message>
    <message>
        <source>its format is %1 instead of %2</source>
        <translation>它的格式为 %1，而不是 %2</translation>
    </message>
    <message>
        <source>it is being tested already</source>
        <translation>正在测试中</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>it is being rendered already</source>
        <translation>它已经在渲染</translation>
    </message>
    <message>
        <source>too many scenes wait for Blender</source>
        <translation>等待 Blender 的场景太多</translation>
    </message>
    <message>
        <source>it was interrupted</source>
        <translation>它被中断了</translation>
    </message>
    <message>
        <source>have files outside of the allowed folders looked at</source>
        <translation>查看允许的文件夹之外的文件</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>a text of 1 to 100 characters</source>
        <translation>1 到 100 个字符的文本</translation>
    </message>
    <message>
        <source>a list of absolute paths</source>
        <translation>绝对路径的列表</translation>
    </message>
    <message>
        <source>an object of names and texts</source>
        <translation>名称与文本的对象</translation>
    </message>
    <message>
        <source>a list of objects with from and to, an absolute path</source>
        <translation>含 from 和 to（绝对路径）的对象列表</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>the name of a bucket</source>
        <translation>存储桶的名称</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>an object cannot be fetched</source>
        <translation>无法取回对象</translation>
    </message>
    <message>
        <source>it answered %1</source>
        <translation>它回答 %1</translation>
    </message>
    <message>
        <source>it went away without a word</source>
        <translation>它没有留下任何说明就消失了</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>信号 %1</translation>
    </message>
    <message>
        <source>more than %1 MB</source>
        <translation>超过 %1 MB</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>hardware</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>render with commands</source>
        <translation>用命令渲染</translation>
    </message>
    <message>
        <source>give renderers further arguments</source>
        <translation>给渲染器附加参数</translation>
    </message>
    <message>
        <source>a text of %1 to %2 characters</source>
        <translation>%1 到 %2 个字符的文本</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>一个对象</translation>
    </message>
    <message>
        <source>maya, ue, blender or command</source>
        <translation>maya、ue、blender 或 command</translation>
    </message>
    <message>
        <source>a number or a comma-separated list of numbers, at most 100 characters</source>
        <translation>一个数字或用逗号分隔的数字，最多 100 个字符</translation>
    </message>
    <message>
        <source>frames of the task, which has %1 to %2</source>
        <translation>任务的帧，任务有 %1 到 %2</translation>
    </message>
    <message>
        <source>a list of {local_path, file_hash}</source>
        <translation>{local_path, file_hash} 的列表</translation>
    </message>
    <message>
        <source>an MD5, 32 hexadecimal digits</source>
        <translation>MD5，32 位十六进制数字</translation>
    </message>
    <message>
        <source>the path of a file</source>
        <translation>文件的路径</translation>
    </message>
    <message>
        <source>the id of a configuration that is available</source>
        <translation>一个可用配置的 id</translation>
    </message>
    <message>
        <source>1 to 50 letters, digits, - and _</source>
        <translation>1 到 50 个字母、数字、- 和 _</translation>
    </message>
    <message>
        <source>a text of 1 to %1 characters</source>
        <translation>1 到 %1 个字符的文本</translation>
    </message>
    <message>
        <source>a number from 0 to %1</source>
        <translation>0 到 %1 的数字</translation>
    </message>
    <message>
        <source>at most %1 configurations</source>
        <translation>最多 %1 个配置</translation>
    </message>
    <message>
        <source>configurations with an id of their own each</source>
        <translation>各有自己 id 的配置</translation>
    </message>
    <message>
        <source>letters, digits and _ . @ , -</source>
        <translation>字母、数字和 _ . @ , -</translation>
    </message>
    <message>
        <source>options of sbatch such as --qos=night, none that name or split the job</source>
        <translation>sbatch 的选项，例如 --qos=night，但不能是给作业命名或拆分作业的选项</translation>
    </message>
    <message>
        <source>names of variables, each with a text</source>
        <translation>变量名，每个对应一段文字</translation>
    </message>
    <message>
        <source>a partition of the cluster that has nodes</source>
        <translation>集群中有节点的分区</translation>
    </message>
    <message>
        <source>local or slurm</source>
        <translation>local 或 slurm</translation>
    </message>
    <message>
        <source>a state of tasks</source>
        <translation>任务的状态</translation>
    </message>
    <message>
        <source>a state of frames</source>
        <translation>帧的状态</translation>
    </message>
    <message>
        <source>a list of ids</source>
        <translation>id 的列表</translation>
    </message>
    <message>
        <source>a list of at most %1 ids</source>
        <translation>最多 %1 个 id 的列表</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>the task has not begun</source>
        <translation>任务还没有开始</translation>
    </message>
    <message>
        <source>the task is being rendered</source>
        <translation>任务正在渲染</translation>
    </message>
    <message>
        <source>the task is paused</source>
        <translation>任务已暂停</translation>
    </message>
    <message>
        <source>the task is completed</source>
        <translation>任务已完成</translation>
    </message>
    <message>
        <source>the task has failed</source>
        <translation>任务已失败</translation>
    </message>
    <message>
        <source>the task was cancelled</source>
        <translation>任务已取消</translation>
    </message>
    <message>
        <source>the frame waits to be rendered</source>
        <translation>这一帧正等待渲染</translation>
    </message>
    <message>
        <source>the frame is being rendered</source>
        <translation>这一帧正在渲染</translation>
    </message>
    <message>
        <source>the work space of the task has been removed</source>
        <translation>任务的工作空间已被移除</translation>
    </message>
    <message>
        <source>the work space of the task is being removed</source>
        <translation>任务的工作空间正在移除</translation>
    </message>
    <message>
        <source>some of it cannot be removed</source>
        <translation>其中一部分无法移除</translation>
    </message>
    <message>
        <source>no frame of the task has failed</source>
        <translation>任务没有失败的帧</translation>
    </message>
    <message>
        <source>its last frames are still being stored</source>
        <translation>它最后的帧还在保存</translation>
    </message>
    <message>
        <source>no frame of the task is rendered</source>
        <translation>任务还没有渲染出一帧</translation>
    </message>
    <message>
        <source>the task is not finished</source>
        <translation>任务还没有结束</translation>
    </message>
    <message>
        <source>download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>0 or more</source>
        <translation>0 或更大</translation>
    </message>
    <message>
        <source>hours from 0 to 23</source>
        <translation>0 到 23 之间的小时</translation>
    </message>
    <message>
        <source>at most %1 headers</source>
        <translation>最多 %1 个标头</translation>
    </message>
    <message>
        <source>names of headers that can be set</source>
        <translation>可以设置的标头名称</translation>
    </message>
    <message>
        <source>an address without user and password; use headers</source>
        <translation>不含用户名和密码的地址；请使用标头</translation>
    </message>
    <message>
        <source>the address of a server</source>
        <translation>服务器的地址</translation>
    </message>
    <message>
        <source>the id of an asset</source>
        <translation>资产的 ID</translation>
    </message>
    <message>
        <source>the id of the live photo</source>
        <translation>实况照片的 ID</translation>
    </message>
    <message>
        <source>image or video</source>
        <translation>image 或 video</translation>
    </message>
    <message>
        <source>a SHA-1 as base64 or a SHA-256 in hex</source>
        <translation>base64 形式的 SHA-1 或十六进制的 SHA-256</translation>
    </message>
    <message>
        <source>a status of downloads</source>
        <translation>下载的状态</translation>
    </message>
    <message>
        <source>group_image, group_video or group_livephoto</source>
        <translation>group_image、group_video 或 group_livephoto</translation>
    </message>
    <message>
        <source>a list of 1 to %1 downloads</source>
        <translation>包含 1 到 %1 个下载的列表</translation>
    </message>
    <message>
        <source>headers with a text each</source>
        <translation>各带一段文本的标头</translation>
    </message>
    <message>
        <source>an address, or a server with an assetId</source>
        <translation>一个地址，或带 assetId 的服务器</translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation>它已结束</translation>
    </message>
    <message>
        <source>it is being saved</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>it runs</source>
        <translation>它正在运行</translation>
    </message>
    <message>
        <source>it has not failed</source>
        <translation>它没有失败</translation>
    </message>
    <message>
        <source>“%1” is being downloaded already</source>
        <translation>“%1”已在下载中</translation>
    </message>
    <message>
        <source>every name is taken</source>
        <translation>所有名称都已被占用</translation>
    </message>
    <message>
        <source>an http or https address without a password</source>
        <translation>不含密码的 http 或 https 地址</translation>
    </message>
    <message>
        <source>1 to %1 characters, none of them a slash</source>
        <translation>1 到 %1 个字符，且不含斜杠</translation>
    </message>
    <message>
        <source>a SHA-256 fingerprint of 64 hex digits</source>
        <translation>64 位十六进制的 SHA-256 指纹</translation>
    </message>
    <message>
        <source>an API key without spaces</source>
        <translation>不含空格的 API 密钥</translation>
    </message>
    <message>
        <source>an API key, or an e-mail address and a password</source>
        <translation>API 密钥，或邮箱地址和密码</translation>
    </message>
    <message>
        <source>the “next” of the page before</source>
        <translation>上一页的“next”</translation>
    </message>
    <message>
        <source>ids, or albumIds, personIds, all</source>
        <translation>一些 id，或 albumIds、personIds、all</translation>
    </message>
    <message>
        <source>IMAGE or VIDEO</source>
        <translation>IMAGE 或 VIDEO</translation>
    </message>
    <message>
        <source>gallery or library</source>
        <translation>gallery 或 library</translation>
    </message>
    <message>
        <source>there is a server of that name</source>
        <translation>已有同名的服务器</translation>
    </message>
    <message>
        <source>that is another user or another library; add it as one of its own</source>
        <translation>那是另一个用户或另一个资料库；请将其单独添加</translation>
    </message>
    <message>
        <source>not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>an asset without an id</source>
        <translation>其中一项没有 id</translation>
    </message>
    <message>
        <source>one item is too large</source>
        <translation>其中一项过大</translation>
    </message>
    <message>
        <source>the answer is not whole</source>
        <translation>回答不完整</translation>
    </message>
    <message>
        <source>something follows the answer</source>
        <translation>回答之后还有多余内容</translation>
    </message>
    <message>
        <source>an empty answer</source>
        <translation>回答为空</translation>
    </message>
    <message>
        <source>no token came</source>
        <translation>没有返回令牌</translation>
    </message>
    <message>
        <source>it does not say who we are</source>
        <translation>它没有说明我们是谁</translation>
    </message>
    <message>
        <source>not a picture</source>
        <translation>不是图片</translation>
    </message>
    <message>
        <source>it wants the whole list again and again</source>
        <translation>它一再要求完整列表</translation>
    </message>
    <message>
        <source>album</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>stack</source>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>回忆</translation>
    </message>
    <message>
        <source>use that photo</source>
        <translation>使用该照片</translation>
    </message>
    <message>
        <source>an empty list: albums are not shared</source>
        <translation>空列表：相册不能共享</translation>
    </message>
    <message>
        <source>at least two photos</source>
        <translation>至少两张照片</translation>
    </message>
    <message>
        <source>null: it is found in the files</source>
        <translation>null：由文件得出</translation>
    </message>
    <message>
        <source>a time zone, for example Europe/Zurich</source>
        <translation>时区，例如 Europe/Zurich</translation>
    </message>
    <message>
        <source>there is a tag “%1” already</source>
        <translation>已有标签“%1”</translation>
    </message>
    <message>
        <source>the video is a part of a live photo</source>
        <translation>该视频是实况照片的一部分</translation>
    </message>
    <message>
        <source>the photo is the one that its stack shows</source>
        <translation>该照片是堆叠的封面</translation>
    </message>
    <message>
        <source>, and %1 were cancelled</source>
        <translation>，另有 %1 帧已取消</translation>
    </message>
    <message>
        <source>your own user id</source>
        <translation>您自己的用户 ID</translation>
    </message>
    <message>
        <source>the id of an asset of this user</source>
        <translation>该用户的某个资源的 ID</translation>
    </message>
    <message>
        <source>a list of {id, checksum}</source>
        <translation>{id, checksum} 的列表</translation>
    </message>
    <message>
        <source>a SHA-1 in hexadecimal digits or Base64</source>
        <translation>十六进制或 Base64 形式的 SHA-1</translation>
    </message>
    <message>
        <source>a list of types</source>
        <translation>类型的列表</translation>
    </message>
    <message>
        <source>types of what can be synced</source>
        <translation>可以同步的内容的类型</translation>
    </message>
    <message>
        <source>a list of up to 1000 texts</source>
        <translation>最多 1000 个文本的列表</translation>
    </message>
    <message>
        <source>what came with a line of the stream</source>
        <translation>随数据流中某一行收到的内容</translation>
    </message>
    <message>
        <source>set the password of an admin</source>
        <translation>设置管理员的密码</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>pair this device</source>
        <translation>配对此设备</translation>
    </message>
    <message>
        <source>set a password with an API key</source>
        <translation>用 API 密钥设置密码</translation>
    </message>
    <message>
        <source>the photo is there already</source>
        <translation>照片已在其中</translation>
    </message>
    <message>
        <source>what its last processes have left is still being put away</source>
        <translation>它最后的进程留下的文件还在整理</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>Various</source>
        <translation>各不相同</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制“%1”</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>FactRows</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>曝光时间</translation>
    </message>
    <message>
        <source>Aperture</source>
        <translation>光圈</translation>
    </message>
    <message>
        <source>ISO</source>
        <translation>ISO</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>焦距</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Render task</source>
        <translation>渲染任务</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>生成程序</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>CFG scale</source>
        <translation>CFG 强度</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>采样器</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Denoising</source>
        <translation>重绘幅度</translation>
    </message>
    <message>
        <source>CLIP skip</source>
        <translation>CLIP 跳过层</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Hash of the model</source>
        <translation>模型哈希值</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 毫米</translation>
    </message>
</context>
<context>
    <name>FactTexts</name>
    <message>
        <source>%1° %2</source>
        <translation>%1° %2</translation>
    </message>
    <message>
        <source>Video %1, %2, %3</source>
        <translation>视频 %1，%2，%3</translation>
    </message>
    <message>
        <source>Photo %1, %2</source>
        <translation>照片 %1，%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 · %2 MP</source>
        <translation>%1 · %2 百万像素</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>f/%1</source>
        <translation>f/%1</translation>
    </message>
    <message>
        <source>ISO %1</source>
        <translation>ISO %1</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 毫米</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <source>S</source>
        <translation>南</translation>
    </message>
    <message>
        <source>E</source>
        <translation>东</translation>
    </message>
    <message>
        <source>W</source>
        <translation>西</translation>
    </message>
    <message numerus="yes">
        <source>stack of %n photo(s)</source>
        <translation>
            <numerusform>共 %n 张照片的堆叠</numerusform>
        </translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n 星</numerusform>
        </translation>
    </message>
    <message>
        <source>in the archive</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>FactValues</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Give the property a name.</source>
        <translation>请给属性起一个名称。</translation>
    </message>
</context>
<context>
    <name>FailedState</name>
    <message>
        <source>This could not be shown</source>
        <translation>无法显示此内容</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>已堆叠</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>大小（字节）</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>ISO</source>
        <translation>感光度</translation>
    </message>
    <message>
        <source>Aperture</source>
        <translation>光圈</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>曝光时间</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>焦距</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导系数</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>采样器</translation>
    </message>
    <message>
        <source>an operator</source>
        <translation>运算符</translation>
    </message>
    <message>
        <source>an operator or a closing bracket</source>
        <translation>运算符或右括号</translation>
    </message>
    <message>
        <source>a property, a value or a function</source>
        <translation>属性、值或函数</translation>
    </message>
    <message>
        <source>a list in brackets</source>
        <translation>括号中的列表</translation>
    </message>
    <message>
        <source>a comma or a closing bracket</source>
        <translation>逗号或右括号</translation>
    </message>
    <message>
        <source>a property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>a property, any or all</source>
        <translation>属性、any 或 all</translation>
    </message>
    <message>
        <source>any or all</source>
        <translation>any 或 all</translation>
    </message>
    <message>
        <source>a variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>a condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>numbers, or dates with durations</source>
        <translation>数字，或日期与时长</translation>
    </message>
    <message>
        <source>a property with one value</source>
        <translation>只有一个值的属性</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>右引号</translation>
    </message>
    <message>
        <source>a date or time that exists</source>
        <translation>存在的日期或时间</translation>
    </message>
    <message>
        <source>a space or the end of the value</source>
        <translation>空格或值的结尾</translation>
    </message>
    <message>
        <source>a regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>the name of a property</source>
        <translation>属性名</translation>
    </message>
    <message>
        <source>one of = != &gt; &gt;= &lt; &lt;= ~</source>
        <translation>= != &gt; &gt;= &lt; &lt;= ~ 之一</translation>
    </message>
    <message>
        <source>a function such as contains(model,&apos;x&apos;)</source>
        <translation>函数，例如 contains(model,&apos;x&apos;)</translation>
    </message>
    <message>
        <source>any or all of its members, as in tags/any(t: t eq &apos;x&apos;)</source>
        <translation>其成员的 any 或 all，例如 tags/any(t: t eq &apos;x&apos;)</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>a duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>values in a list</source>
        <translation>个列表值</translation>
    </message>
    <message>
        <source>levels within each other</source>
        <translation>层嵌套</translation>
    </message>
    <message>
        <source>any and all within each other</source>
        <translation>层相互嵌套的 any 和 all</translation>
    </message>
    <message>
        <source>properties, values and operators</source>
        <translation>个属性、值和运算符</translation>
    </message>
    <message>
        <source>characters of a pattern</source>
        <translation>个模式字符</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1不是 %2</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1从 %2 起</translation>
    </message>
    <message>
        <source>%1 ≥ %2</source>
        <translation>%1 ≥ %2</translation>
    </message>
    <message>
        <source>%1 &gt; %2</source>
        <translation>%1 &gt; %2</translation>
    </message>
    <message>
        <source>%1 ≤ %2</source>
        <translation>%1 ≤ %2</translation>
    </message>
    <message>
        <source>%1 before %2</source>
        <translation>%1早于 %2</translation>
    </message>
    <message>
        <source>%1 &lt; %2</source>
        <translation>%1 &lt; %2</translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <translation>%1包含“%2”</translation>
    </message>
    <message>
        <source>%1 begins with “%2”</source>
        <translation>%1以“%2”开头</translation>
    </message>
    <message>
        <source>Not: %1</source>
        <translation>非：%1</translation>
    </message>
    <message>
        <source>%1 is known</source>
        <translation>有%1</translation>
    </message>
    <message>
        <source>%1 is not known</source>
        <translation>没有%1</translation>
    </message>
    <message>
        <source>Without %1: %2</source>
        <translation>不含%1：%2</translation>
    </message>
    <message>
        <source>Custom: %1</source>
        <translation>自定义：%1</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>before</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no, or not said</source>
        <translation>否或未说明</translation>
    </message>
    <message>
        <source>is known</source>
        <translation>有值</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>没有值</translation>
    </message>
    <message>
        <source>with</source>
        <translation>有</translation>
    </message>
    <message>
        <source>without</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Expected here: %1.</source>
        <translation>此处应为：%1。</translation>
    </message>
    <message>
        <source>That is too much for one filter: at most %1 %2.</source>
        <translation>对一个筛选来说太多了：最多 %1 %2。</translation>
    </message>
    <message>
        <source>NSFW</source>
        <translation>NSFW</translation>
    </message>
    <message>
        <source>a time of day</source>
        <translation>一天中的时间</translation>
    </message>
    <message>
        <source>a date with a time</source>
        <translation>带时间的日期</translation>
    </message>
    <message>
        <source>a closing bracket</source>
        <translation>右括号</translation>
    </message>
    <message>
        <source>an opening bracket before it</source>
        <translation>前面的左括号</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>一个词</translation>
    </message>
    <message>
        <source>a duration such as &apos;PT1H&apos;</source>
        <translation>时长，例如 &apos;PT1H&apos;</translation>
    </message>
    <message>
        <source>asc, desc or a comma</source>
        <translation>asc、desc 或逗号</translation>
    </message>
    <message>
        <source>properties to order by</source>
        <translation>个排序属性</translation>
    </message>
    <message>
        <source>values in all lists</source>
        <translation>个列表值（合计）</translation>
    </message>
    <message>
        <source>%1(…) with other values: at most %2</source>
        <translation>%1(…) 的值有误：最多 %2 个</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Words in names, tags, prompts, people</source>
        <translation>名称、标签、提示词、人物中的文字</translation>
    </message>
    <message>
        <source>Show as chips</source>
        <translation>显示为条件</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>显示为文本</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Another property</source>
        <translation>其他属性</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Name of the property</source>
        <translation>属性名称</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Write a value that this property can have.</source>
        <translation>请填写此属性可以有的值。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Change the condition</source>
        <translation>修改条件</translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message>
        <source>Filter as text</source>
        <translation>文本形式的筛选</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Where are your photos?</source>
        <translation>您的照片在哪里？</translation>
    </message>
    <message>
        <source>Kinframe finds the people in them, on this computer alone. Nothing leaves it unless you share it.</source>
        <translation>Kinframe 只在这台电脑上查找照片中的人物。除非您共享，否则任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择另一个文件夹…</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>%1 · copied into the library</source>
        <translation>%1 · 复制到图库</translation>
    </message>
    <message>
        <source>What can be done with “%1”</source>
        <translation>对“%1”的操作</translation>
    </message>
    <message>
        <source>“%1” is looked through</source>
        <translation>正在查看“%1”</translation>
    </message>
    <message>
        <source>Show where it is…</source>
        <translation>指出它的位置…</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Show which</source>
        <translation>查看是哪些</translation>
    </message>
    <message>
        <source>Follow changes</source>
        <translation>跟踪变化</translation>
    </message>
</context>
<context>
    <name>FolderMenu</name>
    <message>
        <source>Look through it now</source>
        <translation>立即查看</translation>
    </message>
    <message>
        <source>It is somewhere else now…</source>
        <translation>它现在在别处…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
</context>
<context>
    <name>FolderModel</name>
    <message>
        <source>Folder “%1” is not followed any more</source>
        <translation>不再跟踪文件夹“%1”</translation>
    </message>
    <message>
        <source>Folder “%1” removed, its photos are in the trash</source>
        <translation>已移除文件夹“%1”，它的照片在回收站中</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) moved to the trash</source>
        <translation>
            <numerusform>%n 张照片已移到回收站</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderTexts</name>
    <message>
        <source>looked at %1</source>
        <translation>查看于 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and videos</source>
        <translation>
            <numerusform>%n 张照片和视频</numerusform>
        </translation>
    </message>
    <message>
        <source>being looked through</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>not looked through yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>This folder is not there. Nothing is lost: connect its drive and the photos come back, or show where the folder is now.</source>
        <translation>找不到这个文件夹。什么都没有丢失：连接它所在的磁盘，照片就会回来；或者指出该文件夹现在的位置。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of it are gone. Put them back and the photos return by themselves, or move the photos to the trash.</source>
        <translation>
            <numerusform>其中 %n 个文件不见了。放回文件后照片会自动恢复，或者把这些照片移到回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be taken.</source>
        <translation>
            <numerusform>%n 个文件无法加入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldersSection</name>
    <message>
        <source>Kinframe follows what changes in these folders: new photos come in by themselves, and a drive that is not connected loses nothing.</source>
        <translation>Kinframe 会跟踪这些文件夹的变化：新照片会自动加入，磁盘未连接时也不会丢失任何内容。</translation>
    </message>
    <message>
        <source>No folder is followed yet. Photos that you add by hand stay in the library all the same.</source>
        <translation>还没有跟踪任何文件夹。手动添加的照片同样会留在图库中。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Folder with photos</source>
        <translation>存放照片的文件夹</translation>
    </message>
    <message>
        <source>Where the folder is now</source>
        <translation>文件夹现在的位置</translation>
    </message>
</context>
<context>
    <name>FrameCell</name>
    <message>
        <source>Frame %1, test frame, %2</source>
        <translation>第 %1 帧，测试帧，%2</translation>
    </message>
    <message>
        <source>Frame %1, %2</source>
        <translation>第 %1 帧，%2</translation>
    </message>
    <message>
        <source>%1 · test</source>
        <translation>%1 · 测试</translation>
    </message>
</context>
<context>
    <name>FrameCommands</name>
    <message>
        <source>A render</source>
        <translation>渲染任务</translation>
    </message>
    <message>
        <source>Back to all renders</source>
        <translation>返回所有渲染</translation>
    </message>
    <message>
        <source>Show or hide the log</source>
        <translation>显示或隐藏日志</translation>
    </message>
    <message>
        <source>Render the chosen frames again</source>
        <translation>重新渲染所选的帧</translation>
    </message>
</context>
<context>
    <name>FrameLog</name>
    <message>
        <source>The first %1 of this log are not shown.</source>
        <translation>此日志开头的 %1 未显示。</translation>
    </message>
</context>
<context>
    <name>FrameMenu</name>
    <message>
        <source>Show the picture</source>
        <translation>显示图片</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message numerus="yes">
        <source>Render %n frame(s) again</source>
        <translation>
            <numerusform>重新渲染 %n 帧</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameSize</name>
    <message>
        <source>Frame size</source>
        <translation>画面尺寸</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>其他尺寸</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
</context>
<context>
    <name>FramesStates</name>
    <message>
        <source>Back to all renders</source>
        <translation>返回所有渲染</translation>
    </message>
</context>
<context>
    <name>GridDates</name>
    <message>
        <source>MMMM yyyy</source>
        <comment>format of a month</comment>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>GridHeading</name>
    <message>
        <source>Select everything of %1</source>
        <translation>选择%1的全部内容</translation>
    </message>
</context>
<context>
    <name>GroupCell</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>GroupGrid</name>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>This server knows nobody by their face.</source>
        <translation>此服务器没有识别出人物。</translation>
    </message>
    <message>
        <source>This server has no album.</source>
        <translation>此服务器没有相册。</translation>
    </message>
</context>
<context>
    <name>HardwareDialog</name>
    <message>
        <source>A new kind of computer</source>
        <translation>新的计算机配置</translation>
    </message>
    <message>
        <source>Change this kind</source>
        <translation>更改此配置</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Memory in GB</source>
        <translation>内存（GB）</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation>显卡数</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Price per hour</source>
        <translation>每小时价格</translation>
    </message>
    <message>
        <source>A price is a number from 0 on.</source>
        <translation>价格应为不小于 0 的数字。</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Renders may ask for it.</source>
        <translation>渲染可以指定此配置。</translation>
    </message>
</context>
<context>
    <name>HardwareRow</name>
    <message numerus="yes">
        <source>%n graphics card(s)</source>
        <translation>
            <numerusform>%n 块显卡</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 GB · %2 · %3 per hour</source>
        <translation>%1 GB · %2 · 每小时 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n 个核心</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · not available</source>
        <translation>%1 · 不可用</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>What was done</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>还没有任何操作</translation>
    </message>
    <message>
        <source>Names, merges and corrections show here, and can be taken back.</source>
        <translation>命名、合并和更正会显示在这里，并可撤销。</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>HistoryRow</name>
    <message>
        <source>%1 Undone.</source>
        <translation>%1已撤销。</translation>
    </message>
    <message>
        <source>%1 · undone</source>
        <translation>%1 · 已撤销</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ImageActs</name>
    <message numerus="yes">
        <source>%n photo(s) moved to the trash</source>
        <translation>
            <numerusform>已将 %n 张照片移到回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) restored</source>
        <translation>
            <numerusform>已还原 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) added to the favourites</source>
        <translation>
            <numerusform>已将 %n 张照片加入收藏</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken out of the favourites</source>
        <translation>
            <numerusform>已将 %n 张照片移出收藏</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) rated with %1</source>
        <translation>
            <numerusform>已将 %n 张照片评为 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) without a rating now</source>
        <translation>
            <numerusform>已取消 %n 张照片的评分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) rotated</source>
        <translation>
            <numerusform>已旋转 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) could not be changed: %1</source>
        <translation>
            <numerusform>%n 张照片无法更改：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) changed</source>
        <translation>
            <numerusform>已更改 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n photo(s) changed</source>
        <translation>
            <numerusform>已更改 %n 张照片的标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) archived</source>
        <translation>
            <numerusform>已归档 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken out of the archive</source>
        <translation>
            <numerusform>已将 %n 张照片移出归档</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageCell</name>
    <message>
        <source>%1, cannot be shown</source>
        <translation>%1，无法显示</translation>
    </message>
</context>
<context>
    <name>ImageMenu</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Add to the favourites</source>
        <translation>加入收藏</translation>
    </message>
    <message>
        <source>Take out of the favourites</source>
        <translation>移出收藏</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>不评分</translation>
    </message>
    <message>
        <source>Rotate to the right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Rotate to the left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Change properties…</source>
        <translation>更改属性…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy the SHA-256</source>
        <translation>复制 SHA-256</translation>
    </message>
    <message>
        <source>Add to album…</source>
        <translation>加入相册…</translation>
    </message>
    <message>
        <source>Take out of the album</source>
        <translation>从相册中移出</translation>
    </message>
    <message>
        <source>Use as the cover of the album</source>
        <translation>用作相册封面</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>移出归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>Unstack</source>
        <translation>取消堆叠</translation>
    </message>
</context>
<context>
    <name>ImagesCommands</name>
    <message>
        <source>Images</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Larger photos</source>
        <translation>放大照片</translation>
    </message>
    <message>
        <source>Smaller photos</source>
        <translation>缩小照片</translation>
    </message>
    <message>
        <source>Show the photos as squares</source>
        <translation>以方块显示照片</translation>
    </message>
    <message>
        <source>Show the photos in their shapes</source>
        <translation>按照片原有比例显示</translation>
    </message>
    <message>
        <source>To the next month of the list</source>
        <translation>到列表中的下一个月</translation>
    </message>
    <message>
        <source>To the month before in the list</source>
        <translation>到列表中的上一个月</translation>
    </message>
    <message>
        <source>A year down the list</source>
        <translation>在列表中向下一年</translation>
    </message>
    <message>
        <source>A year up the list</source>
        <translation>在列表中向上一年</translation>
    </message>
    <message>
        <source>Filter the photos</source>
        <translation>筛选照片</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Show the search “%1”</source>
        <translation>显示搜索“%1”</translation>
    </message>
    <message>
        <source>Show the albums</source>
        <translation>显示相册</translation>
    </message>
</context>
<context>
    <name>ImagesHeader</name>
    <message>
        <source>Images</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Which photos</source>
        <translation>哪些照片</translation>
    </message>
    <message>
        <source>Size of the photos</source>
        <translation>照片大小</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Show the photos as squares</source>
        <translation>以方块显示照片</translation>
    </message>
    <message>
        <source>Show the photos in their shapes</source>
        <translation>按照片原有比例显示</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>This photo is not among the photos any more. It may be in the archive or in the trash.</source>
        <translation>这张照片已不在照片列表中，可能在归档或回收站里。</translation>
    </message>
</context>
<context>
    <name>ImagesPlace</name>
    <message>
        <source>Images</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>ImagesStates</name>
    <message>
        <source>No favourites yet</source>
        <translation>还没有收藏</translation>
    </message>
    <message>
        <source>No videos yet</source>
        <translation>还没有视频</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>还没有照片</translation>
    </message>
    <message>
        <source>Press L on a photo to keep it among your favourites.</source>
        <translation>选中照片后按 L，把它加入收藏。</translation>
    </message>
    <message>
        <source>Videos show here as soon as you add some.</source>
        <translation>添加视频后会显示在这里。</translation>
    </message>
    <message>
        <source>Photos that you delete wait here until you delete them for good.</source>
        <translation>您删除的照片会留在这里，直到您将它们彻底删除。</translation>
    </message>
    <message>
        <source>Choose photos or folders, or drop them anywhere on this window.</source>
        <translation>选择照片或文件夹，或把它们拖到窗口的任意位置。</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>显示全部照片</translation>
    </message>
    <message>
        <source>No photo fits the filter</source>
        <translation>没有照片符合筛选条件</translation>
    </message>
    <message>
        <source>Take a condition away or make one wider.</source>
        <translation>去掉一个条件，或把条件放宽一些。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The archive is empty</source>
        <translation>归档是空的</translation>
    </message>
    <message>
        <source>Press A on a photo to keep it here, out of the way of the others.</source>
        <translation>在照片上按 A，把它收到这里，不再和其他照片放在一起。</translation>
    </message>
</context>
<context>
    <name>ImportActs</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>导入已取消。</translation>
    </message>
    <message>
        <source>The import has stopped.</source>
        <translation>导入已中止。</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) added.</source>
        <translation>
            <numerusform>已添加 %n 张照片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new: all of it is in the library already.</source>
        <translation>没有新内容：全部已在图库中。</translation>
    </message>
    <message>
        <source>There are no photos or videos in it.</source>
        <translation>其中没有照片或视频。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be added.</source>
        <translation>
            <numerusform>有 %n 个文件无法添加。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportQuestion</name>
    <message>
        <source>Add to the library</source>
        <translation>添加到图库</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>These files could not be added</source>
        <translation>这些文件无法添加</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Only files and folders of this computer can be added.</source>
        <translation>只能添加此电脑上的文件和文件夹。</translation>
    </message>
    <message>
        <source>Adding to the library. What is found shows as it comes.</source>
        <translation>正在添加到图库。找到的内容会陆续显示。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>The key for “%1”</source>
        <translation>“%1”的密钥</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Copy it now, or let the phone read the code. Kinframe keeps only a trace of it and cannot show it again.</source>
        <translation>请现在复制，或用手机扫描二维码。Kinframe 只保留它的校验值，无法再次显示。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>The key as a QR code, with the address of this computer</source>
        <translation>包含密钥和这台电脑地址的二维码</translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>First, last</source>
        <translation>第一项、最后一项</translation>
    </message>
    <message>
        <source>A page on, a page back</source>
        <translation>下一页、上一页</translation>
    </message>
    <message>
        <source>Extend the selection</source>
        <translation>扩展选择</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Select, or not any more</source>
        <translation>选择或取消选择</translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Turn the selection round</source>
        <translation>反选</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>A key without a name</source>
        <translation>未命名的密钥</translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <translation>%1 · %2，%3</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Revoke the key “%1”</source>
        <translation>撤销密钥“%1”</translation>
    </message>
</context>
<context>
    <name>KeysGroup</name>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>There is no key yet. Make one for each phone and program, so that each can be locked out alone.</source>
        <translation>还没有密钥。请为每部手机和每个程序各创建一个，这样可以分别停用。</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>新建密钥…</translation>
    </message>
    <message>
        <source>To pair a device, share this library first.</source>
        <translation>要配对设备，请先共享此图库。</translation>
    </message>
    <message>
        <source>Revoke the key “%1”</source>
        <translation>撤销密钥“%1”</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Whoever uses it is locked out at once and needs a new one. This cannot be undone.</source>
        <translation>使用它的设备会立即失去访问权限，需要新的密钥。此操作无法撤消。</translation>
    </message>
    <message>
        <source>Pair a device…</source>
        <translation>配对设备…</translation>
    </message>
</context>
<context>
    <name>LanguageSection</name>
    <message>
        <source>Dates and numbers follow the language. It changes at once.</source>
        <translation>日期和数字的格式随语言而定。更改立即生效。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>LibraryState</name>
    <message>
        <source>The library is open in another Kinframe</source>
        <translation>图库已在另一个 Kinframe 中打开</translation>
    </message>
    <message>
        <source>The library cannot be written to</source>
        <translation>图库无法写入</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The library needs a newer Kinframe</source>
        <translation>此图库需要更新版本的 Kinframe</translation>
    </message>
    <message>
        <source>The database of the library is damaged</source>
        <translation>图库的数据库已损坏</translation>
    </message>
    <message>
        <source>The library cannot be opened</source>
        <translation>图库无法打开</translation>
    </message>
    <message>
        <source>A Kinframe without a window has it open, to serve it to other devices. This window can take over: that one finishes what it is doing and ends, and this one goes on serving.</source>
        <translation>一个没有窗口的 Kinframe 正打开着它，为其他设备提供服务。此窗口可以接管：那一个会完成手头的工作后结束，由这一个继续提供服务。</translation>
    </message>
</context>
<context>
    <name>LibraryUsers</name>
    <message>
        <source>%1 of %2 used</source>
        <translation>已用 %1，共 %2</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>Owner of this library</source>
        <translation>此图库的所有者</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>“%1” may not use this library any more</source>
        <translation>“%1”不能再使用此图库</translation>
    </message>
</context>
<context>
    <name>LinkDrop</name>
    <message>
        <source>Drop the link to download its file</source>
        <translation>放下链接即可下载文件</translation>
    </message>
</context>
<context>
    <name>LogLines</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>This frame was not begun yet: there is no log.</source>
        <translation>这一帧尚未开始，还没有日志。</translation>
    </message>
    <message>
        <source>The renderer has not said anything yet.</source>
        <translation>渲染器还没有输出任何内容。</translation>
    </message>
    <message>
        <source>The renderer said nothing, or its log is gone.</source>
        <translation>渲染器没有输出，或其日志已不存在。</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <translation>显示图片</translation>
    </message>
    <message>
        <source>Render this frame again</source>
        <translation>重新渲染这一帧</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>Close the log</source>
        <translation>关闭日志</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Kinframe</source>
        <translation>Kinframe</translation>
    </message>
</context>
<context>
    <name>ManyFacts</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>These are too many photos to show what they have in common. What you change here is changed for all of them.</source>
        <translation>照片太多，无法显示它们的共同之处。在这里更改的内容会应用到所有照片。</translation>
    </message>
    <message>
        <source>They are rated differently.</source>
        <translation>它们的评分不同。</translation>
    </message>
    <message>
        <source>In common</source>
        <translation>共同之处</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
</context>
<context>
    <name>MemoriesModel</name>
    <message>
        <source>Memory saved</source>
        <translation>已保存这段回忆</translation>
    </message>
    <message>
        <source>Memory not saved any more</source>
        <translation>不再保存这段回忆</translation>
    </message>
    <message>
        <source>Memory hidden</source>
        <translation>已隐藏这段回忆</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n 年前</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>MemoryCard</name>
    <message>
        <source>%1, saved</source>
        <translation>%1，已保存</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>More of this memory</source>
        <translation>这段回忆的更多操作</translation>
    </message>
    <message>
        <source>Do not save it any more</source>
        <translation>不再保存</translation>
    </message>
    <message>
        <source>Save this memory</source>
        <translation>保存这段回忆</translation>
    </message>
    <message>
        <source>Hide this memory</source>
        <translation>隐藏这段回忆</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>MemoryStrip</name>
    <message>
        <source>Memories come again tomorrow. They can be turned off in the settings.</source>
        <translation>回忆明天会再次出现。可以在设置中关闭。</translation>
    </message>
    <message>
        <source>Show the memories of this day</source>
        <translation>显示今天的回忆</translation>
    </message>
    <message>
        <source>Put the memories of this day away</source>
        <translation>收起今天的回忆</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>On this day</source>
        <translation>往年今日</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>今天不显示</translation>
    </message>
    <message>
        <source>Put the saved memories away</source>
        <translation>收起已保存的回忆</translation>
    </message>
    <message>
        <source>Show the saved memories</source>
        <translation>显示已保存的回忆</translation>
    </message>
    <message>
        <source>Saved memories</source>
        <translation>已保存的回忆</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>None is saved yet. Save a memory on its day, by the button beside it.</source>
        <translation>还没有保存的回忆。在回忆出现的那天，用它旁边的按钮保存。</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Is this the same person?</source>
        <translation>这是同一个人吗？</translation>
    </message>
    <message>
        <source>Yes, merge them</source>
        <translation>是，合并</translation>
    </message>
    <message numerus="yes">
        <source>There is a “%1” in the library already, in %n photo(s).</source>
        <translation>
            <numerusform>图库中已有“%1”，出现在 %n 张照片中。</numerusform>
        </translation>
    </message>
    <message>
        <source>No, somebody else of the same name</source>
        <translation>不是，是同名的另一个人</translation>
    </message>
</context>
<context>
    <name>MissingFiles</name>
    <message numerus="yes">
        <source>%n file(s) of the scene are missing</source>
        <translation>
            <numerusform>场景缺少 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for them in a folder…</source>
        <translation>在文件夹中查找…</translation>
    </message>
    <message>
        <source>Looking for the files</source>
        <translation>正在查找文件</translation>
    </message>
    <message>
        <source>Folder with the missing files</source>
        <translation>包含缺失文件的文件夹</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>ModelDownload</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>ModelsSection</name>
    <message>
        <source>Faces are found and told apart on this computer, with small neural networks. No photo leaves it for that.</source>
        <translation>人脸的查找和辨认都在这台电脑上由小型神经网络完成，照片不会因此离开电脑。</translation>
    </message>
    <message numerus="yes">
        <source>Looking for faces in %n photo(s) again.</source>
        <translation>
            <numerusform>正在重新查找 %n 张照片中的人脸。</numerusform>
        </translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Look for all faces again</source>
        <translation>重新查找所有人脸</translation>
    </message>
    <message>
        <source>After another model was chosen, or where faces are missing. Names and what you have corrected stay. It runs in the background.</source>
        <translation>适用于更换模型之后，或有人脸遗漏时。姓名和您的更正会保留。在后台运行。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Make a new person</source>
        <translation>新建人物</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Nobody has this name yet.</source>
        <translation>还没有人叫这个名字。</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Who is this?</source>
        <translation>这是谁？</translation>
    </message>
    <message>
        <source>Name of this person</source>
        <translation>此人的姓名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>NetworkRow</name>
    <message>
        <source>%1 (in use)</source>
        <translation>%1（使用中）</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Download “%1”</source>
        <translation>下载“%1”</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>使用这个</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>使用“%1”</translation>
    </message>
    <message>
        <source>Downloading “%1”</source>
        <translation>正在下载“%1”</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NewAlbumDialog</name>
    <message>
        <source>New album</source>
        <translation>新建相册</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Summer by the sea</source>
        <translation>海边的夏天</translation>
    </message>
</context>
<context>
    <name>NewKeyDialog</name>
    <message>
        <source>New key</source>
        <translation>新建密钥</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>For which phone or program</source>
        <translation>用于哪部手机或哪个程序</translation>
    </message>
    <message>
        <source>Phone of Anna</source>
        <translation>小安的手机</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>允许的操作</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Add, change and delete photos, as you can.</source>
        <translation>与您一样可以添加、更改和删除照片。</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>仅查看</translation>
    </message>
    <message>
        <source>See and download photos, people and renders, and change nothing.</source>
        <translation>可以查看和下载照片、人物和渲染图，但不能更改。</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>OneFacts</name>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
</context>
<context>
    <name>OwnFacts</name>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>去掉“%1”</translation>
    </message>
    <message>
        <source>Add a property</source>
        <translation>添加属性</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>PairRows</name>
    <message>
        <source>Change “%1”</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
</context>
<context>
    <name>PathPicker</name>
    <message>
        <source>This desktop shows no dialog for files. Drop the photos or the folder on this window instead.</source>
        <translation>此桌面无法显示文件对话框。请将照片或文件夹拖到此窗口。</translation>
    </message>
</context>
<context>
    <name>PeopleBar</name>
    <message>
        <source>Select nobody</source>
        <translation>取消选择</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Take out of the favourites</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>PeopleCommands</name>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Search people by name</source>
        <translation>按姓名搜索人物</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Merge into one person</source>
        <translation>合并为一人</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Hide, or show again</source>
        <translation>隐藏或重新显示</translation>
    </message>
    <message>
        <source>Answer many questions at once</source>
        <translation>一次回答多个问题</translation>
    </message>
    <message>
        <source>What was done with people</source>
        <translation>人物操作记录</translation>
    </message>
    <message>
        <source>How strict recognition is</source>
        <translation>识别的严格程度</translation>
    </message>
</context>
<context>
    <name>PeopleGrid</name>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
</context>
<context>
    <name>PeopleHeader</name>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>按姓名搜索</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Sort by photos</source>
        <translation>按照片数排序</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>按姓名排序</translation>
    </message>
    <message>
        <source>Show hidden people (%1)</source>
        <translation>显示隐藏的人物（%1）</translation>
    </message>
    <message>
        <source>Show hidden people</source>
        <translation>显示隐藏的人物</translation>
    </message>
    <message>
        <source>How strict to be…</source>
        <translation>识别严格程度…</translation>
    </message>
</context>
<context>
    <name>PeopleMenu</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Merge into one person</source>
        <translation>合并为一人</translation>
    </message>
    <message>
        <source>Take out of the favourites</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Add to the favourites</source>
        <translation>加入收藏</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Not named yet</source>
        <translation>尚未命名</translation>
    </message>
</context>
<context>
    <name>PeopleNews</name>
    <message numerus="yes">
        <source>%n new person(s) found.</source>
        <translation>
            <numerusform>找到 %n 位新的人物。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>What was done</source>
        <translation>操作记录</translation>
    </message>
</context>
<context>
    <name>PeoplePlace</name>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
</context>
<context>
    <name>PeopleStates</name>
    <message>
        <source>Nobody has that name</source>
        <translation>没有人叫这个名字</translation>
    </message>
    <message>
        <source>No name contains “%1”.</source>
        <translation>没有姓名包含“%1”。</translation>
    </message>
    <message>
        <source>Everybody is hidden</source>
        <translation>所有人物都已隐藏</translation>
    </message>
    <message>
        <source>Show hidden people</source>
        <translation>显示隐藏的人物</translation>
    </message>
    <message>
        <source>People are not recognised yet</source>
        <translation>尚未识别人物</translation>
    </message>
    <message>
        <source>Downloading the face models: %1</source>
        <translation>正在下载人脸模型：%1</translation>
    </message>
    <message>
        <source>Finding faces needs the face models. They are downloaded once and work on this computer alone.</source>
        <translation>查找人脸需要人脸模型。模型只需下载一次，并且仅在这台电脑上工作。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Download the models</source>
        <translation>下载模型</translation>
    </message>
    <message>
        <source>Download the models (%1)</source>
        <translation>下载模型（%1）</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>这里还没有人物</translation>
    </message>
    <message>
        <source>Add photos with people in them; they gather here as they are found.</source>
        <translation>添加有人物的照片，找到的人物会汇集在这里。</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
</context>
<context>
    <name>PersonCell</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody without a name</source>
        <translation>未命名的人物</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>添加姓名</translation>
    </message>
</context>
<context>
    <name>PersonCommands</name>
    <message>
        <source>A person</source>
        <translation>人物详情</translation>
    </message>
    <message>
        <source>Back to everybody</source>
        <translation>返回所有人物</translation>
    </message>
    <message>
        <source>Name this person</source>
        <translation>为此人命名</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Hide, or show again</source>
        <translation>隐藏或重新显示</translation>
    </message>
    <message>
        <source>Set the birth date</source>
        <translation>设置生日</translation>
    </message>
    <message>
        <source>Merge with somebody</source>
        <translation>与某人合并</translation>
    </message>
    <message>
        <source>Switch between faces and photos</source>
        <translation>切换人脸和照片</translation>
    </message>
    <message>
        <source>Make the chosen faces a person of their own</source>
        <translation>将所选人脸分成另一个人</translation>
    </message>
    <message>
        <source>Move the chosen faces to somebody</source>
        <translation>将所选人脸移给某人</translation>
    </message>
    <message>
        <source>The chosen faces are not this person</source>
        <translation>所选人脸不是此人</translation>
    </message>
    <message>
        <source>The chosen are not faces</source>
        <translation>所选的不是人脸</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>PersonDialogs</name>
    <message numerus="yes">
        <source>Whose %n face(s) are these?</source>
        <translation>
            <numerusform>这 %n 张人脸是谁的？</numerusform>
        </translation>
    </message>
    <message>
        <source>Who else is this?</source>
        <translation>这也是谁？</translation>
    </message>
</context>
<context>
    <name>PersonHeader</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n 张人脸</numerusform>
        </translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>生于 %1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>添加姓名</translation>
    </message>
    <message>
        <source>%1, rename</source>
        <translation>%1，重命名</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>What to show of this person</source>
        <translation>显示此人的哪些内容</translation>
    </message>
    <message>
        <source>Take out of the favourites</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Birth date…</source>
        <translation>生日…</translation>
    </message>
    <message>
        <source>Merge with somebody…</source>
        <translation>与某人合并…</translation>
    </message>
    <message>
        <source>Split: choose faces</source>
        <translation>拆分：选择人脸</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photos of a person</source>
        <translation>某人的照片</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>PersonStates</name>
    <message>
        <source>No photo of this person is left</source>
        <translation>此人已没有照片</translation>
    </message>
    <message>
        <source>Their faces were moved or their photos deleted. The name stays, for when there is one again.</source>
        <translation>此人的人脸已被移走或照片已删除。姓名会保留，待再次出现照片时使用。</translation>
    </message>
    <message>
        <source>Back to everybody</source>
        <translation>返回所有人物</translation>
    </message>
</context>
<context>
    <name>PhotoCell</name>
    <message>
        <source>Video of %1</source>
        <translation>%1 的视频</translation>
    </message>
    <message>
        <source>Photo of %1</source>
        <translation>%1 的照片</translation>
    </message>
</context>
<context>
    <name>PhotoCommands</name>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Rotate to the right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Rotate to the left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>不评分</translation>
    </message>
    <message numerus="yes">
        <source>Rate with %n star(s)</source>
        <translation>
            <numerusform>评为 %n 星</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare two photos</source>
        <translation>比较两张照片</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Change properties</source>
        <translation>更改属性</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Add to album</source>
        <translation>加入相册</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>移出归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>Unstack</source>
        <translation>取消堆叠</translation>
    </message>
</context>
<context>
    <name>PlacementChoice</name>
    <message>
        <source>Copy them into the library</source>
        <translation>复制到图库</translation>
    </message>
    <message>
        <source>The library keeps its own copies. You may delete or unplug the originals afterwards.</source>
        <translation>图库保留自己的副本。之后您可以删除或拔出原件。</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>留在原处</translation>
    </message>
    <message>
        <source>Takes no room for copies. The photos show as long as the files stay where they are.</source>
        <translation>不占用副本的空间。只要文件留在原处，照片就能显示。</translation>
    </message>
</context>
<context>
    <name>PortBox</name>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
</context>
<context>
    <name>ProgressCentre</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing is running. Imports, face recognition, renders and downloads show here while they work.</source>
        <translation>没有正在进行的任务。导入、人脸识别、渲染和下载进行时会显示在这里。</translation>
    </message>
</context>
<context>
    <name>ProgressModel</name>
    <message>
        <source>Nothing is running</source>
        <translation>没有正在进行的任务</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are running</source>
        <translation>
            <numerusform>%n 项任务正在进行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressRing</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>PropertiesDialog</name>
    <message numerus="yes">
        <source>Change the properties of %n photo(s)</source>
        <translation>
            <numerusform>更改 %n 张照片的属性</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n photo(s)</source>
        <translation>
            <numerusform>更改 %n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>One more property</source>
        <translation>再加一个属性</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PropertyEditor</name>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>值的类型</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>QueryCompletion</name>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>one of</source>
        <translation>其中之一</translation>
    </message>
    <message>
        <source>and also</source>
        <translation>并且</translation>
    </message>
    <message>
        <source>or else</source>
        <translation>或者</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>%1 are the same person</source>
        <translation>%1是同一人</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 are not the same person</source>
        <translation>%1不是同一人</translation>
    </message>
    <message>
        <source>Look at their photos</source>
        <translation>查看照片</translation>
    </message>
</context>
<context>
    <name>QuestionCommands</name>
    <message>
        <source>Same person: yes</source>
        <translation>同一人：是</translation>
    </message>
    <message>
        <source>Same person: no</source>
        <translation>同一人：否</translation>
    </message>
    <message>
        <source>Same person: skip</source>
        <translation>同一人：跳过</translation>
    </message>
    <message>
        <source>Take the last answer back</source>
        <translation>收回上一个回答</translation>
    </message>
</context>
<context>
    <name>QuestionFace</name>
    <message>
        <source>No name</source>
        <translation>未命名</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionPair</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1和%2</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>未命名的人物</translation>
    </message>
</context>
<context>
    <name>QuestionStrip</name>
    <message>
        <source>Same person?</source>
        <translation>是同一人吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) wait</source>
        <translation>
            <numerusform>还有 %n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>The last question</source>
        <translation>最后一个问题</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Back to everybody</source>
        <translation>返回所有人物</translation>
    </message>
    <message>
        <source>Same person?</source>
        <translation>是同一人吗？</translation>
    </message>
    <message>
        <source>Take the last answer back</source>
        <translation>收回上一个回答</translation>
    </message>
    <message>
        <source>No questions wait</source>
        <translation>没有待回答的问题</translation>
    </message>
    <message>
        <source>When two people look alike, you are asked here whether they are the same.</source>
        <translation>当两个人看起来相像时，会在这里询问他们是否为同一人。</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消选择</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>All the same</source>
        <translation>都是同一人</translation>
    </message>
    <message>
        <source>None the same</source>
        <translation>都不是同一人</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>RailProgress</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>RefusedFilesDialog</name>
    <message>
        <source>Files that could not be taken</source>
        <translation>无法加入的文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RemoteBar</name>
    <message>
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Download to the gallery</source>
        <translation>下载到文件夹</translation>
    </message>
    <message>
        <source>Into the library</source>
        <translation>到图库</translation>
    </message>
    <message>
        <source>Download into the library</source>
        <translation>下载到图库</translation>
    </message>
</context>
<context>
    <name>RemoteCell</name>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>live photo</source>
        <translation>实况照片</translation>
    </message>
    <message>
        <source>here already</source>
        <translation>已在本机</translation>
    </message>
</context>
<context>
    <name>RemoteCommands</name>
    <message>
        <source>Photos of a server</source>
        <translation>服务器的照片</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Read its list again</source>
        <translation>重新读取列表</translation>
    </message>
    <message>
        <source>Download to the gallery folder</source>
        <translation>下载到下载文件夹</translation>
    </message>
    <message>
        <source>Download into the library</source>
        <translation>下载到图库</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>RemoteGroups</name>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>RemoteHeader</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Download all of these</source>
        <translation>全部下载</translation>
    </message>
    <message>
        <source>Download all of the server</source>
        <translation>下载该服务器的全部内容</translation>
    </message>
    <message>
        <source>Download all of these to the gallery folder</source>
        <translation>把这些全部下载到下载文件夹</translation>
    </message>
    <message>
        <source>Download everything to the gallery folder</source>
        <translation>全部下载到下载文件夹</translation>
    </message>
    <message>
        <source>Download all of these into the library</source>
        <translation>把这些全部下载到图库</translation>
    </message>
    <message>
        <source>Download everything into the library</source>
        <translation>全部下载到图库</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Name, description or place</source>
        <translation>名称、说明或地点</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>照片和视频</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>尚未下载</translation>
    </message>
    <message>
        <source>Reading its list</source>
        <translation>正在读取列表</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>RemotePreview</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>%1 · here already</source>
        <translation>%1 · 已在本机</translation>
    </message>
    <message>
        <source>Download to the gallery</source>
        <translation>下载到文件夹</translation>
    </message>
    <message>
        <source>Download into the library</source>
        <translation>下载到图库</translation>
    </message>
</context>
<context>
    <name>RemoteStates</name>
    <message>
        <source>Its list is being read</source>
        <translation>正在读取其列表</translation>
    </message>
    <message>
        <source>The first photos show as soon as they are known.</source>
        <translation>最先读到的照片会立即显示。</translation>
    </message>
    <message>
        <source>The list of this server was not read yet.</source>
        <translation>尚未读取此服务器的列表。</translation>
    </message>
    <message>
        <source>There is no photo here.</source>
        <translation>这里没有照片。</translation>
    </message>
    <message>
        <source>Read its list</source>
        <translation>读取列表</translation>
    </message>
    <message>
        <source>Nothing of this server is like that.</source>
        <translation>该服务器上没有符合条件的内容。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Clear the history?</source>
        <translation>清除历史记录？</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n download(s) from the list?</source>
        <translation>
            <numerusform>从列表中移除 %n 个下载？</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) that are over leave the list: complete ones, failed ones and those that were canceled. The files stay where they are.</source>
        <translation>
            <numerusform>%n 个已结束的下载将从列表中移除：已完成的、失败的和已取消的。文件保留在原处。</numerusform>
        </translation>
    </message>
    <message>
        <source>The files stay where they are.</source>
        <translation>文件保留在原处。</translation>
    </message>
</context>
<context>
    <name>RemoveFolderDialog</name>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The files in the folder stay as they are.</source>
        <translation>文件夹中的文件保持不变。</translation>
    </message>
    <message>
        <source>Keep its photos in the library</source>
        <translation>照片保留在图库中</translation>
    </message>
    <message>
        <source>What changes in the folder is not followed any more.</source>
        <translation>不再跟踪该文件夹的变化。</translation>
    </message>
    <message>
        <source>Move its photos to the trash</source>
        <translation>把照片移到回收站</translation>
    </message>
    <message>
        <source>With their people and ratings. Until the trash is emptied this can be undone.</source>
        <translation>连同其中的人物和评分。在清空回收站之前可以撤消。</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename the server</source>
        <translation>重命名服务器</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message>
        <source>A parameter is wrong</source>
        <translation>参数错误</translation>
    </message>
    <message>
        <source>A required field is missing</source>
        <translation>缺少必填字段</translation>
    </message>
    <message>
        <source>A field has the wrong format</source>
        <translation>字段格式错误</translation>
    </message>
    <message>
        <source>There is no such thing</source>
        <translation>资源不存在</translation>
    </message>
    <message>
        <source>There is no such task</source>
        <translation>任务不存在</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>This cannot be done now</source>
        <translation>资源冲突</translation>
    </message>
    <message>
        <source>The task exists already</source>
        <translation>任务已存在</translation>
    </message>
    <message>
        <source>This is not permitted</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>No access to this</source>
        <translation>无权访问</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <source>Database error</source>
        <translation>数据库错误</translation>
    </message>
    <message>
        <source>Object store error</source>
        <translation>对象存储错误</translation>
    </message>
    <message>
        <source>Render engine error</source>
        <translation>渲染引擎错误</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>The task is made</source>
        <translation>任务创建成功</translation>
    </message>
    <message>
        <source>The task is cancelled</source>
        <translation>任务取消成功</translation>
    </message>
    <message>
        <source>The task is paused</source>
        <translation>任务暂停成功</translation>
    </message>
    <message>
        <source>The task goes on</source>
        <translation>任务恢复成功</translation>
    </message>
    <message>
        <source>The scene is analysed</source>
        <translation>场景分析完成</translation>
    </message>
    <message>
        <source>The file is uploaded</source>
        <translation>文件上传成功</translation>
    </message>
    <message>
        <source>The scene file does not exist</source>
        <translation>场景文件不存在</translation>
    </message>
    <message>
        <source>The scene file cannot be read</source>
        <translation>场景文件无法读取</translation>
    </message>
</context>
<context>
    <name>RenderActs</name>
    <message numerus="yes">
        <source>%n frame(s) are rendered again.</source>
        <translation>
            <numerusform>%n 帧将重新渲染。</numerusform>
        </translation>
    </message>
    <message>
        <source>These frames wait to be rendered already.</source>
        <translation>这些帧已在等待渲染。</translation>
    </message>
    <message>
        <source>The work files are removed: %1 are free again.</source>
        <translation>工作文件已移除：释放了 %1。</translation>
    </message>
</context>
<context>
    <name>RenderCommands</name>
    <message>
        <source>Pause, or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Cancel the render</source>
        <translation>取消渲染</translation>
    </message>
    <message>
        <source>Render what failed again</source>
        <translation>重新渲染失败的帧</translation>
    </message>
    <message>
        <source>Save as video</source>
        <translation>存为视频</translation>
    </message>
</context>
<context>
    <name>RenderDialogs</name>
    <message>
        <source>Cancel “%1”?</source>
        <translation>取消“%1”？</translation>
    </message>
    <message>
        <source>Cancel the render</source>
        <translation>取消渲染</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) will not be rendered, and what is being rendered now is lost.</source>
        <translation>
            <numerusform>%n 帧将不会渲染，正在渲染的内容会丢失。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n frame(s) that are done stay.</source>
        <translation>
            <numerusform>已完成的 %n 帧会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove work files?</source>
        <translation>移除工作文件？</translation>
    </message>
    <message>
        <source>The logs of “%1” and its pictures that are not in the library go for good, and none of its frames can be rendered again. The pictures in the library stay.</source>
        <translation>“%1”的日志和不在图库中的图片将永久删除，之后无法再重新渲染任何一帧。图库中的图片会保留。</translation>
    </message>
</context>
<context>
    <name>RenderFrames</name>
    <message>
        <source>Frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>test frame</source>
        <translation>测试帧</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>在 %1 上</translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s) more</source>
        <translation>
            <numerusform>又尝试了 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderHeader</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Render what failed again</source>
        <translation>重新渲染失败的帧</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Save as video…</source>
        <translation>存为视频…</translation>
    </message>
</context>
<context>
    <name>RenderMenu</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Render what failed again</source>
        <translation>重新渲染失败的帧</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Remove its work files…</source>
        <translation>移除其工作文件…</translation>
    </message>
    <message>
        <source>Save as video…</source>
        <translation>存为视频…</translation>
    </message>
</context>
<context>
    <name>RenderNews</name>
    <message>
        <source>A render has failed</source>
        <translation>渲染失败</translation>
    </message>
    <message>
        <source>A render is done</source>
        <translation>渲染完成</translation>
    </message>
</context>
<context>
    <name>RenderPage</name>
    <message>
        <source>A render</source>
        <translation>渲染任务</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
</context>
<context>
    <name>RenderProgress</name>
    <message numerus="yes">
        <source>“%1” is rendered: %n frame(s).</source>
        <translation>
            <numerusform>“%1”已渲染完成：%n 帧。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has failed. %2</source>
        <translation>“%1”失败了。%2</translation>
    </message>
</context>
<context>
    <name>RenderRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>RenderSettings</name>
    <message numerus="yes">
        <source>There can be at most %n kinds of computers.</source>
        <translation>
            <numerusform>最多可有 %n 种计算机配置。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” removed</source>
        <translation>已移除“%1”</translation>
    </message>
</context>
<context>
    <name>RenderTexts</name>
    <message>
        <source>frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>frames %1 to %2</source>
        <translation>第 %1 至 %2 帧</translation>
    </message>
    <message>
        <source>%1, every %2</source>
        <translation>%1，间隔 %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Test frames</source>
        <translation>测试帧</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>渲染中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n frame(s)</source>
        <translation>
            <numerusform>%1 / %n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 帧失败</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>费用 %1</translation>
    </message>
    <message>
        <source>cost %1 of about %2</source>
        <translation>费用 %1，预计共 %2</translation>
    </message>
    <message>
        <source>test frames %1</source>
        <translation>测试帧 %1</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>优先级 %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>under %1 s</source>
        <translation>不到 %1 秒</translation>
    </message>
</context>
<context>
    <name>RendersHeader</name>
    <message>
        <source>Renders</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>显示：%1</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>按名称搜索</translation>
    </message>
    <message>
        <source>Render a scene…</source>
        <translation>渲染场景…</translation>
    </message>
</context>
<context>
    <name>RendersPage</name>
    <message>
        <source>Render a scene</source>
        <translation>渲染场景</translation>
    </message>
    <message>
        <source>Renders</source>
        <translation>渲染</translation>
    </message>
</context>
<context>
    <name>RendersPlace</name>
    <message>
        <source>Renders</source>
        <translation>渲染</translation>
    </message>
</context>
<context>
    <name>RendersSection</name>
    <message>
        <source>Engines</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Processor cores kept free</source>
        <translation>保留的处理器核心</translation>
    </message>
    <message numerus="yes">
        <source>For other work while something is rendered. This computer has %n. Holds once what is being rendered now has ended.</source>
        <translation>
            <numerusform>渲染时留给其他工作。本机共有 %n 个。当前的渲染结束后生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Render here anyway</source>
        <translation>仍在本机渲染</translation>
    </message>
    <message>
        <source>A render that asks for more memory or graphics cards than there are here is tried all the same. Otherwise it waits.</source>
        <translation>如果渲染要求的内存或显卡超过本机所有，仍会尝试渲染；否则一直等待。</translation>
    </message>
    <message>
        <source>Kinds of computers, and their price</source>
        <translation>计算机配置及其价格</translation>
    </message>
    <message>
        <source>There is none: renders cost nothing, and whoever asks for a kind is told that there is none.</source>
        <translation>没有配置：渲染不计费用，指定配置的请求会被告知没有该配置。</translation>
    </message>
    <message>
        <source>One more kind…</source>
        <translation>添加配置…</translation>
    </message>
    <message>
        <source>Scenes that you or programs send here are rendered by the engines that are found, on this computer or on a cluster.</source>
        <translation>您或程序送到这里的场景，由找到的渲染引擎在这台计算机或集群上渲染。</translation>
    </message>
</context>
<context>
    <name>RendersStates</name>
    <message>
        <source>Nothing is rendered yet</source>
        <translation>还没有渲染任务</translation>
    </message>
    <message>
        <source>Choose a scene of Blender, Maya or Unreal Engine. Programs that may use this library can send theirs, too.</source>
        <translation>选择一个 Blender、Maya 或 Unreal Engine 场景。获准使用此图库的程序也可以发送场景。</translation>
    </message>
    <message>
        <source>Render a scene…</source>
        <translation>渲染场景…</translation>
    </message>
    <message>
        <source>No render stands like that at the moment.</source>
        <translation>目前没有处于此状态的渲染。</translation>
    </message>
    <message>
        <source>No render has “%1” in its name.</source>
        <translation>没有名称包含“%1”的渲染。</translation>
    </message>
    <message>
        <source>No render that stands like that has “%1” in its name.</source>
        <translation>处于此状态的渲染中，没有名称包含“%1”的。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>RunnerGroup</name>
    <message>
        <source>its usual partition</source>
        <translation>默认分区</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>分区 %1</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>账户 %1</translation>
    </message>
    <message>
        <source>commands in %1</source>
        <translation>命令位于 %1</translation>
    </message>
    <message>
        <source>Where renders run</source>
        <translation>渲染在哪里运行</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台计算机上</translation>
    </message>
    <message>
        <source>As many at a time as its cores, memory and graphics cards allow.</source>
        <translation>同时运行的数量取决于核心、内存和显卡。</translation>
    </message>
    <message>
        <source>On a cluster run by Slurm</source>
        <translation>在 Slurm 管理的集群上</translation>
    </message>
    <message>
        <source>Its computers must see the folder of this library under the same path. Renders that have begun stay where they are.</source>
        <translation>集群的计算机必须能以相同路径看到此图库的文件夹。已经开始的渲染留在原处。</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change how the cluster is reached</source>
        <translation>更改如何连接集群</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test the connection to the cluster</source>
        <translation>测试与集群的连接</translation>
    </message>
</context>
<context>
    <name>SaveVideoDialog</name>
    <message>
        <source>Save as video</source>
        <translation>存为视频</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Where to save the video</source>
        <translation>视频保存到哪里</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>每秒帧数</translation>
    </message>
    <message numerus="yes">
        <source>The %n rendered frame(s) become %1 of video.</source>
        <translation>
            <numerusform>已渲染的 %n 帧将成为 %1的视频。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace “%1”?</source>
        <translation>要替换“%1”吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>A file with this name is in “%1” already. It goes for good.</source>
        <translation>“%1”中已有同名文件。它将被永久删除。</translation>
    </message>
</context>
<context>
    <name>SavedPanel</name>
    <message>
        <source>Searches that you save are listed here.</source>
        <translation>您保存的搜索会列在这里。</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Name for what is shown now</source>
        <translation>为当前结果命名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SavedRow</name>
    <message>
        <source>Name of the search</source>
        <translation>搜索的名称</translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation>重命名“%1”</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Saved as “%1”</source>
        <translation>已保存为“%1”</translation>
    </message>
    <message>
        <source>“%1” renamed</source>
        <translation>已重命名“%1”</translation>
    </message>
    <message>
        <source>“%1” deleted</source>
        <translation>已删除“%1”</translation>
    </message>
    <message>
        <source>A search needs a name to be saved under.</source>
        <translation>保存搜索需要一个名称。</translation>
    </message>
    <message>
        <source>There is a search “%1” already. Choose another name.</source>
        <translation>已有名为“%1”的搜索。请换一个名称。</translation>
    </message>
    <message>
        <source>That is too long. At most %1 characters can be saved.</source>
        <translation>太长了。最多可以保存 %1 个字符。</translation>
    </message>
</context>
<context>
    <name>SceneNote</name>
    <message>
        <source>The file ends too early, as if it was not copied whole: what stood further down is not known.</source>
        <translation>文件过早结束，可能没有复制完整：其后的内容不得而知。</translation>
    </message>
    <message>
        <source>The scene names more files than are listed: {limit} are.</source>
        <translation>场景引用的文件多于列出的：只列出 {limit} 个。</translation>
    </message>
    <message>
        <source>The scene is written in the characters of code set “{codeset}”, which is not known here: names and paths may be wrong.</source>
        <translation>场景使用的字符集“{codeset}”在此未知：名称和路径可能有误。</translation>
    </message>
    <message>
        <source>Animation is off in the render settings: without a range only the current frame is rendered.</source>
        <translation>渲染设置中动画已关闭：不指定范围时只渲染当前帧。</translation>
    </message>
    <message>
        <source>No camera of the scene is set to be rendered: choose one.</source>
        <translation>场景中没有设为可渲染的摄像机：请选择一个。</translation>
    </message>
    <message>
        <source>No camera of this file is set to be rendered; one of its references may have it.</source>
        <translation>此文件中没有设为可渲染的摄像机；它可能在某个引用文件里。</translation>
    </message>
    <message>
        <source>The reference “{path}” is not loaded in the scene.</source>
        <translation>引用“{path}”在场景中未加载。</translation>
    </message>
    <message>
        <source>“{path}” is there as “{found}”: where capital letters matter, it is not found.</source>
        <translation>“{path}”实际名为“{found}”：在区分大小写的系统上会找不到。</translation>
    </message>
    <message>
        <source>“{path}” is not there, but “{found}” has its name and may be it.</source>
        <translation>“{path}”不存在，但“{found}”与它同名，可能就是它。</translation>
    </message>
    <message>
        <source>“{path}” holds so many files that not all of them were looked at.</source>
        <translation>“{path}”中文件太多，没有全部查看。</translation>
    </message>
    <message>
        <source>Blender is still reading the scene: ask again in a moment for everything that it says.</source>
        <translation>Blender 仍在读取场景：请稍后再次查询完整内容。</translation>
    </message>
    <message>
        <source>Blender is not installed here (“{path}” was looked for): only the range of frames is known.</source>
        <translation>此处没有安装 Blender（查找过“{path}”）：只知道帧范围。</translation>
    </message>
    <message>
        <source>Blender could not read the scene: {reason}. Only the range of frames is known.</source>
        <translation>Blender 无法读取场景：{reason}。只知道帧范围。</translation>
    </message>
    <message>
        <source>What an Unreal project renders stands in its sequences, which Unreal alone can read: give the frames yourself.</source>
        <translation>虚幻项目渲染的内容写在它的序列里，只有虚幻引擎能读取：请自行给出帧。</translation>
    </message>
</context>
<context>
    <name>ScenePlaces</name>
    <message>
        <source>“%1” may hold scenes</source>
        <translation>“%1”可以存放场景</translation>
    </message>
    <message>
        <source>“%1” removed</source>
        <translation>已移除“%1”</translation>
    </message>
    <message>
        <source>The name of a variable has letters, digits and _ only.</source>
        <translation>变量名只能有字母、数字和 _。</translation>
    </message>
    <message>
        <source>Say what it stands for, such as a folder.</source>
        <translation>请写明它代表什么，例如一个文件夹。</translation>
    </message>
    <message>
        <source>There is a variable “%1” already. Change that one.</source>
        <translation>已有变量“%1”。请修改那一个。</translation>
    </message>
    <message numerus="yes">
        <source>There can be at most %n variables.</source>
        <translation>
            <numerusform>最多可以有 %n 个变量。</numerusform>
        </translation>
    </message>
    <message>
        <source>Say how the paths begin on the other computer, such as Z:/show.</source>
        <translation>请写明路径在另一台计算机上如何开头，例如 Z:/show。</translation>
    </message>
    <message>
        <source>Say which folder of this computer that is, from its root on.</source>
        <translation>请写明它是这台计算机的哪个文件夹，从根开始。</translation>
    </message>
    <message numerus="yes">
        <source>There can be at most %n of them.</source>
        <translation>
            <numerusform>最多可以有 %n 个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScenePlacesGroup</name>
    <message>
        <source>Scenes and their paths</source>
        <translation>场景及其路径</translation>
    </message>
    <message>
        <source>Folders with scenes</source>
        <translation>场景文件夹</translation>
    </message>
    <message>
        <source>Others who use this library may have only scenes in these folders looked at. You may have any.</source>
        <translation>使用此图库的其他人只能分析这些文件夹中的场景。您可以分析任何场景。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Paths of other computers</source>
        <translation>其他计算机的路径</translation>
    </message>
    <message>
        <source>Where scenes name a folder as another computer calls it, say where it is here.</source>
        <translation>场景用另一台计算机的写法指向文件夹时，请写明它在这里的位置。</translation>
    </message>
    <message>
        <source>Add a path…</source>
        <translation>添加路径…</translation>
    </message>
    <message>
        <source>Variables in paths</source>
        <translation>路径中的变量</translation>
    </message>
    <message>
        <source>What a name such as $SHOW stands for in the paths of scenes.</source>
        <translation>场景路径中 $SHOW 之类的名称代表什么。</translation>
    </message>
    <message>
        <source>Add a variable…</source>
        <translation>添加变量…</translation>
    </message>
    <message>
        <source>Folder with scenes</source>
        <translation>场景文件夹</translation>
    </message>
    <message>
        <source>A path of another computer</source>
        <translation>另一台计算机的路径</translation>
    </message>
    <message>
        <source>Change this path</source>
        <translation>更改此路径</translation>
    </message>
    <message>
        <source>How it begins there</source>
        <translation>它在那里如何开头</translation>
    </message>
    <message>
        <source>Folder here</source>
        <translation>这里的文件夹</translation>
    </message>
    <message>
        <source>A variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Change this variable</source>
        <translation>更改此变量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it stands for</source>
        <translation>它代表什么</translation>
    </message>
</context>
<context>
    <name>SceneSubmission</name>
    <message>
        <source>frames %1 to %2</source>
        <translation>第 %1 至 %2 帧</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with %1 are stored for it.</source>
        <translation>
            <numerusform>将为其存储 %n 个文件，共 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>As the scene has it</source>
        <translation>按场景设置</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>A variable in its path stands for nothing here.</source>
        <translation>路径中的变量在本机没有对应值。</translation>
    </message>
    <message>
        <source>It lies in a folder that may not be looked at.</source>
        <translation>它位于不允许查看的文件夹中。</translation>
    </message>
    <message>
        <source>A set of tiles: none of them is there.</source>
        <translation>一组分块贴图：一个也没有。</translation>
    </message>
    <message>
        <source>A sequence: none of its files is there.</source>
        <translation>一个序列：一个文件也没有。</translation>
    </message>
    <message numerus="yes">
        <source>A sequence: none of its %n frame(s) is there.</source>
        <translation>
            <numerusform>一个序列：%n 帧全都没有。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A sequence: of its %n frame(s) %1 are missing: %2.</source>
        <translation>
            <numerusform>一个序列：%n 帧中缺少 %1 帧：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有此文件。</translation>
    </message>
    <message>
        <source>As the scene has it · %1 × %2</source>
        <translation>按场景设置 · %1 × %2</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>一半</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>四分之一</translation>
    </message>
    <message>
        <source>The cheapest that fits</source>
        <translation>满足要求的最便宜配置</translation>
    </message>
    <message>
        <source>%1 · %2 per hour</source>
        <translation>%1 · 每小时 %2</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的各个部分</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Rotate to the left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Rotate to the right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Add to album</source>
        <translation>加入相册</translation>
    </message>
    <message>
        <source>Take out of the album</source>
        <translation>从相册中移出</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>移出归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>SelectionStrip</name>
    <message>
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Cancel, or remove from the list</source>
        <translation>取消，或从列表中移除</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>The face models are not on this computer yet. Download them in the settings, under “Face recognition”.</source>
        <translation>此电脑上还没有人脸模型。请在设置的“人脸识别”中下载。</translation>
    </message>
    <message>
        <source>“%1” is not the face model it should be. Download it again in the settings, under “Face recognition”.</source>
        <translation>“%1”不是正确的人脸模型。请在设置的“人脸识别”中重新下载。</translation>
    </message>
</context>
<context>
    <name>ServerActs</name>
    <message>
        <source>“%1” is called “%2” now</source>
        <translation>“%1”现在名为“%2”</translation>
    </message>
    <message>
        <source>“%1” removed</source>
        <translation>“%1”已移除</translation>
    </message>
    <message>
        <source>“%1” is gone, with what you signed in with. Add it again.</source>
        <translation>“%1”及其登录信息已被删除。请重新添加。</translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) added.</source>
        <translation>
            <numerusform>已添加 %n 个下载。</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is here already.</source>
        <translation>这些都已在本机。</translation>
    </message>
    <message>
        <source>All of it is on its way already.</source>
        <translation>这些都已在下载中。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are here already.</source>
        <translation>
            <numerusform>%n 个文件已在本机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not on the server any more.</source>
        <translation>
            <numerusform>其中 %n 项已不在服务器上。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerCommands</name>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Read its list again</source>
        <translation>重新读取列表</translation>
    </message>
    <message>
        <source>Rename the server</source>
        <translation>重命名服务器</translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation>移除服务器</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Add a server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>Sign in to “%1” again</source>
        <translation>重新登录“%1”</translation>
    </message>
    <message>
        <source>“%1” is added. Its list is being read.</source>
        <translation>“%1”已添加，正在读取其列表。</translation>
    </message>
    <message>
        <source>Signed in to “%1”.</source>
        <translation>已登录“%1”。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>https://photos.example.org</source>
        <translation>https://photos.example.org</translation>
    </message>
    <message>
        <source>Name, as you like</source>
        <translation>名称（可随意填写）</translation>
    </message>
    <message>
        <source>As the address says</source>
        <translation>按地址命名</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>E-mail and password</source>
        <translation>电子邮件和密码</translation>
    </message>
    <message>
        <source>How you sign in</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Make one there: in Kinframe under Settings, Sharing; in Immich under Account settings, API keys.</source>
        <translation>请在那边创建：Kinframe 在“设置”的“共享”中，Immich 在“账户设置”的“API 密钥”中。</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The password is used once, to sign in, and kept nowhere.</source>
        <translation>密码仅用于本次登录，不会保存。</translation>
    </message>
    <message>
        <source>Fingerprint of its certificate (SHA-256)</source>
        <translation>其证书的指纹（SHA-256）</translation>
    </message>
    <message>
        <source>It is the one that the server shows in its own settings: trust it, and no other.</source>
        <translation>它与服务器自己设置中显示的一致：仅信任这一个。</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>正在询问服务器</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>It answers as version %1, and knows you as %2. The calls go to %3.</source>
        <translation>服务器版本为 %1，识别您为 %2。请求发往 %3。</translation>
    </message>
    <message>
        <source>The key does not allow all that is needed here. Give it these permissions there: %1.</source>
        <translation>该密钥的权限不足。请在那边为它授予这些权限：%1。</translation>
    </message>
</context>
<context>
    <name>ServerList</name>
    <message>
        <source>Keys and sign-ins lie in the system&apos;s keychain.</source>
        <translation>密钥和登录信息保存在系统的钥匙串中。</translation>
    </message>
    <message>
        <source>Keys and sign-ins lie in a file that only you can read: %1</source>
        <translation>密钥和登录信息保存在只有您能读取的文件中：%1</translation>
    </message>
</context>
<context>
    <name>ServerMenu</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Stop reading its list</source>
        <translation>停止读取列表</translation>
    </message>
    <message>
        <source>Read its list again</source>
        <translation>重新读取列表</translation>
    </message>
    <message>
        <source>Download all of it</source>
        <translation>全部下载</translation>
    </message>
    <message>
        <source>Download all of it into the library</source>
        <translation>全部下载到图库</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>重新登录…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Sign in again…</source>
        <translation>重新登录…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Photos of “%1”</source>
        <translation>“%1”的照片</translation>
    </message>
</context>
<context>
    <name>ServerRow</name>
    <message>
        <source>You trust one certificate of it: %1</source>
        <translation>您只信任它的这一个证书：%1</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>重新登录…</translation>
    </message>
    <message>
        <source>Stop reading its list</source>
        <translation>停止读取列表</translation>
    </message>
    <message>
        <source>Read its list again</source>
        <translation>重新读取列表</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ServerTexts</name>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Reading its list</source>
        <translation>正在读取列表</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>Read in part</source>
        <translation>部分已读取</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and video(s)</source>
        <translation>
            <numerusform>%n 张照片和视频</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>This server does not accept the sign-in any more. Sign in again: what you chose to download goes on then.</source>
        <translation>此服务器不再接受当前登录。重新登录后，您选择的下载会继续。</translation>
    </message>
    <message>
        <source>Signed in with a key</source>
        <translation>已使用密钥登录</translation>
    </message>
    <message>
        <source>Signed in as %1, with a key</source>
        <translation>已使用密钥登录为 %1</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>已登录为 %1</translation>
    </message>
</context>
<context>
    <name>ServersPage</name>
    <message>
        <source>Add a server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
</context>
<context>
    <name>ServersPlace</name>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Library folders</source>
        <translation>图库文件夹</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Face recognition</source>
        <translation>人脸识别</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>后台工作</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Trash and storage</source>
        <translation>回收站和存储</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Back to all settings</source>
        <translation>返回所有设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Renders</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>People with access</source>
        <translation>可访问的人</translation>
    </message>
</context>
<context>
    <name>SettingsPlace</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SharingSection</name>
    <message>
        <source>Phones, browsers and render programs can use this library over your network. Everyone who connects needs a key; nothing leaves your network by itself.</source>
        <translation>手机、浏览器和渲染程序可以通过您的网络使用这个图库。连接者都需要密钥；任何内容都不会自行离开您的网络。</translation>
    </message>
    <message>
        <source>Share this library</source>
        <translation>共享这个图库</translation>
    </message>
    <message>
        <source>While Kinframe runs, also in the tray.</source>
        <translation>在 Kinframe 运行期间有效，包括留在托盘中时。</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>使用端口 %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Who may connect</source>
        <translation>谁可以连接</translation>
    </message>
    <message>
        <source>Only programs on this computer.</source>
        <translation>仅限这台电脑上的程序。</translation>
    </message>
    <message>
        <source>Every device in your network that has a key.</source>
        <translation>您网络中所有持有密钥的设备。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Local network</source>
        <translation>本地网络</translation>
    </message>
    <message>
        <source>Encrypted connections</source>
        <translation>加密连接</translation>
    </message>
    <message>
        <source>With a certificate of this computer. Phones and browsers ask once whether they may trust it: compare its fingerprint then.</source>
        <translation>使用这台电脑的证书。手机和浏览器会询问一次是否信任它：届时请核对指纹。</translation>
    </message>
    <message>
        <source>Without encryption others in your network can read photos and keys on their way. Turn it on unless a program cannot do it.</source>
        <translation>不加密时，网络中的其他人可能读取传输中的照片和密钥。除非某个程序不支持，否则请开启加密。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>A number from %1 to %2; all devices must use the same.</source>
        <translation>%1 到 %2 之间的数字；所有设备必须使用相同的端口。</translation>
    </message>
</context>
<context>
    <name>SharingStatus</name>
    <message>
        <source>Port %1 is used by another program. Choose another port, or close that program.</source>
        <translation>端口 %1 正被另一个程序使用。请选择其他端口，或关闭那个程序。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SignedInClients</name>
    <message>
        <source>A key without a name</source>
        <translation>没有名称的密钥</translation>
    </message>
    <message>
        <source>An app without a name</source>
        <translation>没有名称的应用</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Signed in with the password</source>
        <translation>用密码登录</translation>
    </message>
    <message>
        <source>%1 · never used</source>
        <translation>%1 · 从未使用</translation>
    </message>
    <message>
        <source>%1 · last used on %2</source>
        <translation>%1 · 上次使用：%2</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Added last first</source>
        <translation>最近添加在前</translation>
    </message>
    <message>
        <source>By file name</source>
        <translation>按文件名</translation>
    </message>
    <message>
        <source>Largest files first</source>
        <translation>最大的文件在前</translation>
    </message>
    <message>
        <source>Best rated first</source>
        <translation>评分最高在前</translation>
    </message>
    <message>
        <source>Widest first</source>
        <translation>最宽在前</translation>
    </message>
</context>
<context>
    <name>StackActs</name>
    <message numerus="yes">
        <source>%n photo(s) stacked</source>
        <translation>
            <numerusform>已堆叠 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) not stacked any more</source>
        <translation>
            <numerusform>已取消 %n 张照片的堆叠</numerusform>
        </translation>
    </message>
    <message>
        <source>The stack has another cover</source>
        <translation>已更换堆叠封面</translation>
    </message>
    <message>
        <source>Photo taken out of its stack</source>
        <translation>照片已从堆叠中取出</translation>
    </message>
    <message>
        <source>None of these photos is in a stack that this would change.</source>
        <translation>这些照片所在的堆叠不会因此改变，或者它们不在任何堆叠中。</translation>
    </message>
</context>
<context>
    <name>StackStrip</name>
    <message>
        <source>Photos of the stack</source>
        <translation>堆叠中的照片</translation>
    </message>
    <message>
        <source>%1, the cover</source>
        <translation>%1，封面</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n 星</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartingPage</name>
    <message>
        <source>Closing…</source>
        <translation>正在关闭…</translation>
    </message>
    <message>
        <source>Waiting for the other Kinframe to end…</source>
        <translation>正在等待另一个 Kinframe 结束…</translation>
    </message>
    <message>
        <source>Opening the library…</source>
        <translation>正在打开图库…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close Kinframe</source>
        <translation>关闭 Kinframe</translation>
    </message>
</context>
<context>
    <name>StateMenu</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>StatusItem</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>StatusMenu</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>StorageLine</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message numerus="yes">
        <source>%n photo(s) deleted for good.</source>
        <translation>
            <numerusform>已永久删除 %n 张照片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>On the disk of the library</source>
        <translation>图库所在磁盘</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Photos and videos that the library keeps itself.</source>
        <translation>图库自己保存的照片和视频。</translation>
    </message>
    <message>
        <source>Of these, in the trash</source>
        <translation>其中在回收站中</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Made anew where they are missing.</source>
        <translation>缺失时会重新生成。</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>People, names, tags and everything else that you have said.</source>
        <translation>人物、姓名、标签以及您做过的其他标注。</translation>
    </message>
    <message>
        <source>In folders elsewhere</source>
        <translation>在其他文件夹中</translation>
    </message>
    <message>
        <source>Photos that are in the library but stay where they are.</source>
        <translation>在图库中显示、但留在原处的照片。</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <translation>此磁盘的可用空间</translation>
    </message>
</context>
<context>
    <name>StoreDialog</name>
    <message>
        <source>Which object store?</source>
        <translation>使用哪个对象存储？</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>测试并保存</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>存储桶</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Id of the key</source>
        <translation>密钥 ID</translation>
    </message>
    <message>
        <source>Secret of the key</source>
        <translation>密钥的私密部分</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>The bucket is part of the path</source>
        <translation>存储桶是路径的一部分</translation>
    </message>
    <message>
        <source>On for most stores of one&apos;s own. Off where each bucket has a host name of its own.</source>
        <translation>自建的存储大多需要打开。每个存储桶有自己主机名时关闭。</translation>
    </message>
    <message>
        <source>The store is being tested</source>
        <translation>正在测试存储</translation>
    </message>
</context>
<context>
    <name>StoreForm</name>
    <message>
        <source>Write its address, such as https://s3.example.org, with no path.</source>
        <translation>请填写地址，例如 https://s3.example.org，不带路径。</translation>
    </message>
    <message>
        <source>A bucket has 3 to 63 small letters, digits, dots and hyphens.</source>
        <translation>存储桶名为 3 到 63 个小写字母、数字、点和连字符。</translation>
    </message>
    <message>
        <source>A region is one word.</source>
        <translation>区域是一个单词。</translation>
    </message>
    <message>
        <source>Write the id of the key: one word.</source>
        <translation>请填写密钥 ID：一个单词。</translation>
    </message>
    <message>
        <source>Write the secret that belongs to the key.</source>
        <translation>请填写该密钥的私密部分。</translation>
    </message>
</context>
<context>
    <name>StoreGroup</name>
    <message>
        <source>Where files of renders are kept</source>
        <translation>渲染文件保存在哪里</translation>
    </message>
    <message>
        <source>In a folder of this computer</source>
        <translation>在这台计算机的文件夹中</translation>
    </message>
    <message>
        <source>Within the folder of the library.</source>
        <translation>在图库的文件夹内。</translation>
    </message>
    <message>
        <source>In an object store, too</source>
        <translation>同时保存在对象存储中</translation>
    </message>
    <message>
        <source>Any that speaks S3: other computers take the files from there, and links lead there.</source>
        <translation>任何支持 S3 的存储：其他计算机从那里取文件，链接也指向那里。</translation>
    </message>
    <message>
        <source>Bucket “%1”</source>
        <translation>存储桶“%1”</translation>
    </message>
    <message>
        <source>At %1, with the key %2. Its secret is kept, and not shown again.</source>
        <translation>位于 %1，使用密钥 %2。其私密部分已保存，不再显示。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change the object store</source>
        <translation>更改对象存储</translation>
    </message>
</context>
<context>
    <name>StrictnessDialog</name>
    <message>
        <source>How strict to be</source>
        <translation>识别严格程度</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>采用此设置</translation>
    </message>
    <message>
        <source>Kept. Everybody is being sorted anew.</source>
        <translation>已采用。正在重新整理所有人物。</translation>
    </message>
</context>
<context>
    <name>StrictnessPreview</name>
    <message numerus="yes">
        <source>%n groups would become one</source>
        <translation>
            <numerusform>%n 组将合为一组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) would join “%1”</source>
        <translation>
            <numerusform>%n 组将并入“%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One group would become %n</source>
        <translation>
            <numerusform>一组将分成 %n 组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” would become %n people</source>
        <translation>
            <numerusform>“%1”将分成 %n 人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrictnessRow</name>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>StrictnessView</name>
    <message>
        <source>As recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Stricter by %1</source>
        <translation>更严格 %1 级</translation>
    </message>
    <message>
        <source>Looser by %1</source>
        <translation>更宽松 %1 级</translation>
    </message>
    <message>
        <source>Nobody would change.</source>
        <translation>不会有任何变化。</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) now</source>
        <translation>
            <numerusform>现在 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 then.</source>
        <translation>%1，之后 %2 人。</translation>
    </message>
    <message>
        <source>Stricter: fewer strangers end up together, more people appear twice. Looser: the other way round. Names and corrections of yours stay in any case.</source>
        <translation>更严格：较少把陌生人归在一起，但同一人更可能出现两次。更宽松则相反。您的命名和更正始终保留。</translation>
    </message>
    <message>
        <source>Strictness</source>
        <translation>严格程度</translation>
    </message>
    <message>
        <source>Looser</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Stricter</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Working out what would change</source>
        <translation>正在计算变化</translation>
    </message>
    <message>
        <source>Working out what would change…</source>
        <translation>正在计算变化…</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将会发生的变化</translation>
    </message>
</context>
<context>
    <name>SubmissionStrip</name>
    <message>
        <source>Reading “%1”</source>
        <translation>正在读取“%1”</translation>
    </message>
    <message>
        <source>Storing “%1” and its files: %2</source>
        <translation>正在存储“%1”及其文件：%2</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>SubmitDialog</name>
    <message>
        <source>Render a scene</source>
        <translation>渲染场景</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>渲染</translation>
    </message>
</context>
<context>
    <name>SubmitForm</name>
    <message>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>A render has at most %1 frames.</source>
        <translation>一次渲染最多 %1 帧。</translation>
    </message>
    <message>
        <source>The last frame comes before the first.</source>
        <translation>最后一帧在第一帧之前。</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) are rendered.</source>
        <translation>
            <numerusform>将渲染 %n 帧。</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Test frames</source>
        <translation>测试帧</translation>
    </message>
    <message>
        <source>None, or numbers: 10, 20, 30</source>
        <translation>无，或帧号：10, 20, 30</translation>
    </message>
    <message>
        <source>Stop if a test frame fails</source>
        <translation>测试帧失败时停止</translation>
    </message>
    <message>
        <source>Test frames go first and alone.</source>
        <translation>测试帧会先单独渲染。</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>Priority, 0 to 10</source>
        <translation>优先级（0 到 10）</translation>
    </message>
    <message>
        <source>Version of %1</source>
        <translation>%1 的版本</translation>
    </message>
    <message>
        <source>Any that is there</source>
        <translation>任意已安装的版本</translation>
    </message>
    <message>
        <source>Any; the scene asks for %1</source>
        <translation>任意；场景要求 %1</translation>
    </message>
</context>
<context>
    <name>Submitting</name>
    <message>
        <source>Another scene is being stored. Wait for it, or stop it.</source>
        <translation>正在存储另一个场景。请等待其完成，或将其停止。</translation>
    </message>
    <message>
        <source>The render is on its way.</source>
        <translation>渲染任务已提交。</translation>
    </message>
    <message>
        <source>Scene to render</source>
        <translation>要渲染的场景</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>Tags of %n photo(s)</source>
        <translation>
            <numerusform>%n 张照片的标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>These are too many photos to show the tags that they have. What you add here goes to all of them.</source>
        <translation>照片太多，无法显示它们已有的标签。在这里添加的标签会加到所有照片上。</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>On some of them; press one to give it to all:</source>
        <translation>部分照片有的标签；按一个即可加到全部照片：</translation>
    </message>
    <message>
        <source>On some of them; press it to give it to all.</source>
        <translation>部分照片有；按下即可加到全部照片。</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Stop: %1</source>
        <translation>停止：%1</translation>
    </message>
</context>
<context>
    <name>TaskTexts</name>
    <message>
        <source>Writing beside the photos</source>
        <translation>正在写入照片旁边的信息</translation>
    </message>
    <message>
        <source>Reading what photos say about themselves</source>
        <translation>正在读取照片自带的信息</translation>
    </message>
    <message>
        <source>Adding photos</source>
        <translation>正在添加照片</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>正在读取照片</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>正在查找人脸</translation>
    </message>
    <message>
        <source>Sorting faces into people</source>
        <translation>正在把人脸归到人物</translation>
    </message>
    <message>
        <source>Downloading the face models</source>
        <translation>正在下载人脸模型</translation>
    </message>
    <message>
        <source>Backing up the library</source>
        <translation>正在备份图库</translation>
    </message>
    <message>
        <source>Checking the library</source>
        <translation>正在检查图库</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>%1 per minute</source>
        <translation>每分钟 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>还剩 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>还剩约 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>还剩约 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through a folder</source>
        <translation>正在查看文件夹</translation>
    </message>
    <message>
        <source>Moving photos to the trash</source>
        <translation>正在将照片移到回收站</translation>
    </message>
    <message>
        <source>Restoring photos</source>
        <translation>正在还原照片</translation>
    </message>
    <message>
        <source>Rotating photos</source>
        <translation>正在旋转照片</translation>
    </message>
    <message>
        <source>Changing photos</source>
        <translation>正在更改照片</translation>
    </message>
    <message>
        <source>Deleting photos for good</source>
        <translation>正在彻底删除照片</translation>
    </message>
    <message>
        <source>Exporting photos</source>
        <translation>正在导出照片</translation>
    </message>
    <message>
        <source>Looking at a scene</source>
        <translation>正在分析场景</translation>
    </message>
    <message>
        <source>Storing files for renders</source>
        <translation>正在存储渲染用的文件</translation>
    </message>
    <message>
        <source>Making a video of rendered frames</source>
        <translation>正在把渲染的帧做成视频</translation>
    </message>
    <message>
        <source>Rendering “%1”</source>
        <translation>正在渲染“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n frame(s)</source>
        <translation>
            <numerusform>%1 / %n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>Downloading files</source>
        <translation>正在下载文件</translation>
    </message>
    <message>
        <source>Reading the list of another library</source>
        <translation>正在读取另一个图库的列表</translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>还剩约 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>more than a year left</source>
        <translation>还剩一年以上</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ToastStack</name>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>It is undone as soon as it is done.</source>
        <translation>这一步做完后会立即撤销。</translation>
    </message>
</context>
<context>
    <name>TrashGroup</name>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and videos</source>
        <translation>
            <numerusform>%n 张照片和视频</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>The trash is emptied</source>
        <translation>正在清空回收站</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n photo(s) and videos for good?</source>
        <translation>
            <numerusform>永久删除 %n 张照片和视频？</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>With them go their faces, tags and ratings. %1 become free. Files in folders elsewhere stay where they are. This cannot be undone.</source>
        <translation>其中的人脸、标签和评分会一并删除，释放 %1。其他文件夹中的文件留在原处。此操作无法撤消。</translation>
    </message>
    <message>
        <source>Delete what is in the trash</source>
        <translation>删除回收站中的内容</translation>
    </message>
    <message>
        <source>What is in the trash stays until you empty it.</source>
        <translation>回收站中的内容会一直保留，直到您清空。</translation>
    </message>
    <message>
        <source>What has been in the trash for so long goes by itself.</source>
        <translation>在回收站中超过这段时间的内容会自动永久删除。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>Emptying the trash frees %1.</source>
        <translation>清空回收站可释放 %1。</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Kinframe: %1</source>
        <translation>Kinframe：%1</translation>
    </message>
    <message>
        <source>Show Kinframe</source>
        <translation>显示 Kinframe</translation>
    </message>
    <message>
        <source>Close Kinframe</source>
        <translation>关闭 Kinframe</translation>
    </message>
</context>
<context>
    <name>UserClientsDialog</name>
    <message>
        <source>Where “%1” is signed in</source>
        <translation>“%1”登录的位置</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Nowhere at present.</source>
        <translation>目前没有登录。</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Sign “%1” out</source>
        <translation>让“%1”退出登录</translation>
    </message>
</context>
<context>
    <name>UserDialog</name>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>E-mail address, to sign in with</source>
        <translation>用于登录的电子邮件地址</translation>
    </message>
    <message>
        <source>First password, of at least 8 characters</source>
        <translation>初始密码，至少 8 个字符</translation>
    </message>
    <message>
        <source>May look after the people and the settings of this library</source>
        <translation>可以管理此图库的人员和设置</translation>
    </message>
    <message>
        <source>May fill only so much of the disk</source>
        <translation>限制可占用的磁盘空间</translation>
    </message>
    <message>
        <source>Gigabytes that they may fill</source>
        <translation>可占用的 GB 数</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
</context>
<context>
    <name>UserPasswordDialog</name>
    <message>
        <source>New password for “%1”</source>
        <translation>“%1”的新密码</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Every app that is signed in with the present password has to sign in again. Keys stay valid.</source>
        <translation>所有用当前密码登录的应用都必须重新登录。密钥仍然有效。</translation>
    </message>
    <message>
        <source>New password, of at least 8 characters</source>
        <translation>新密码，至少 8 个字符</translation>
    </message>
</context>
<context>
    <name>UserRow</name>
    <message>
        <source>What can be done with “%1”</source>
        <translation>可对“%1”执行的操作</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Where they are signed in…</source>
        <translation>登录的位置…</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>新密码…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>UsersSection</name>
    <message>
        <source>Each person has photos, people and renders of their own here and sees nothing of the others’. They sign in over the network with their e-mail address and password.</source>
        <translation>每个人在此都有自己的照片、人物和渲染，看不到其他人的任何内容。他们通过网络用电子邮件地址和密码登录。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>People who may use this library</source>
        <translation>可以使用此图库的人</translation>
    </message>
    <message>
        <source>Nobody but you so far.</source>
        <translation>目前只有您。</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>添加人员…</translation>
    </message>
</context>
<context>
    <name>VideoActs</name>
    <message>
        <source>“%1” is saved in “%2”.</source>
        <translation>“%1”已保存到“%2”。</translation>
    </message>
    <message>
        <source>There is a file “%1” in “%2” by now. Save the video under another name.</source>
        <translation>“%2”中现在已有文件“%1”。请用其他名称保存视频。</translation>
    </message>
</context>
<context>
    <name>VideoControls</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Place in the video</source>
        <translation>视频位置</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>打开声音</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>关闭声音</translation>
    </message>
</context>
<context>
    <name>VideoLoader</name>
    <message>
        <source>Videos need Qt Multimedia, which is not installed. Install the package qml6-module-qtmultimedia and start Kinframe again.</source>
        <translation>播放视频需要 Qt Multimedia，但尚未安装。请安装软件包 qml6-module-qtmultimedia，然后重新启动 Kinframe。</translation>
    </message>
    <message>
        <source>This cannot be played</source>
        <translation>无法播放</translation>
    </message>
    <message>
        <source>What it takes to play this kind of video is missing here. On Debian and Ubuntu install the packages gstreamer1.0-plugins-good and gstreamer1.0-libav, then start Kinframe again.</source>
        <translation>此电脑缺少播放这种视频所需的组件。在 Debian 和 Ubuntu 上请安装软件包 gstreamer1.0-plugins-good 和 gstreamer1.0-libav，然后重新启动 Kinframe。</translation>
    </message>
    <message>
        <source>Kinframe draws this window without a graphics processor, and so cannot show videos. Install the graphics driver of this computer, then start Kinframe again.</source>
        <translation>Kinframe 未使用图形处理器绘制此窗口，因此无法显示视频。请安装此电脑的显卡驱动，然后重新启动 Kinframe。</translation>
    </message>
</context>
<context>
    <name>VideoTarget</name>
    <message>
        <source>Render</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>This is not the whole path of a folder. Choose one.</source>
        <translation>这不是文件夹的完整路径。请选择一个文件夹。</translation>
    </message>
    <message>
        <source>A file cannot have this name. Write a shorter one, without signs such as / and ?.</source>
        <translation>文件不能使用此名称。请写一个更短的名称，不要包含 / 和 ? 之类的符号。</translation>
    </message>
    <message>
        <source>This is a file. Choose a folder.</source>
        <translation>这是一个文件。请选择文件夹。</translation>
    </message>
    <message>
        <source>A folder has this name. Write another one.</source>
        <translation>已有文件夹使用此名称。请换一个名称。</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>查看内容</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>ViewerCommands</name>
    <message>
        <source>Viewer</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Back to all photos</source>
        <translation>返回所有照片</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>缩小</translation>
    </message>
    <message numerus="yes">
        <source>Rate with %n star(s)</source>
        <translation>
            <numerusform>评为 %n 星</numerusform>
        </translation>
    </message>
    <message>
        <source>Rotate to the right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Rotate to the left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Show the faces</source>
        <translation>显示人脸</translation>
    </message>
    <message>
        <source>Mark a face by hand</source>
        <translation>手动标出人脸</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示整张照片</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>不评分</translation>
    </message>
    <message>
        <source>Show it among all photos</source>
        <translation>在全部照片中显示</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Change properties</source>
        <translation>更改属性</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Next photo of the stack</source>
        <translation>堆叠中的下一张照片</translation>
    </message>
    <message>
        <source>Previous photo of the stack</source>
        <translation>堆叠中的上一张照片</translation>
    </message>
    <message>
        <source>Make it the cover</source>
        <translation>设为堆叠封面</translation>
    </message>
    <message>
        <source>Unstack</source>
        <translation>取消堆叠</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>移出归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>ViewerMenu</name>
    <message>
        <source>Rotate to the right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Rotate to the left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Show the faces</source>
        <translation>显示人脸</translation>
    </message>
    <message>
        <source>Mark a face by hand</source>
        <translation>手动标出人脸</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示整张照片</translation>
    </message>
    <message>
        <source>Show it among all photos</source>
        <translation>在全部照片中显示</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Change properties…</source>
        <translation>更改属性…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>移出归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Make it the cover</source>
        <translation>设为堆叠封面</translation>
    </message>
    <message>
        <source>Take out of the stack</source>
        <translation>从堆叠中取出</translation>
    </message>
    <message>
        <source>Unstack</source>
        <translation>取消堆叠</translation>
    </message>
    <message>
        <source>Add to album…</source>
        <translation>加入相册…</translation>
    </message>
</context>
<context>
    <name>ViewerScreen</name>
    <message>
        <source>Still being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>This photo cannot be shown</source>
        <translation>无法显示这张照片</translation>
    </message>
    <message>
        <source>It shows here as soon as its turn has come.</source>
        <translation>轮到它时就会显示在这里。</translation>
    </message>
    <message>
        <source>Its file could not be read. Check that the disk it lies on is connected.</source>
        <translation>无法读取它的文件。请检查它所在的磁盘是否已连接。</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>ViewerSteps</name>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
</context>
<context>
    <name>ViewerTop</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Play the live photo</source>
        <translation>播放实况照片</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Rotate to the left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Rotate to the right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>In the archive</source>
        <translation>已归档</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按键</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤消</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Add photos and folders</source>
        <translation>添加照片和文件夹</translation>
    </message>
    <message>
        <source>Show what is running</source>
        <translation>显示正在进行的任务</translation>
    </message>
    <message>
        <source>Close Kinframe</source>
        <translation>关闭 Kinframe</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往%1</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>WorkSection</name>
    <message>
        <source>Photos are read and faces looked for in the background. What you look at always comes first.</source>
        <translation>读取照片和查找人脸在后台进行。您正在看的内容始终优先。</translation>
    </message>
    <message>
        <source>When to work</source>
        <translation>何时工作</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Done soonest.</source>
        <translation>最快完成。</translation>
    </message>
    <message>
        <source>Gently while I use Kinframe</source>
        <translation>使用 Kinframe 时放慢</translation>
    </message>
    <message>
        <source>On one core only, and on all two minutes after your last key or click.</source>
        <translation>只用一个处理器核心；最后一次按键或点击两分钟后使用全部核心。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Nothing is read or looked for until you choose another. New photos wait.</source>
        <translation>在选择其他方式之前不读取也不查找。新照片会等待。</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>占用多少</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>处理器核心</translation>
    </message>
    <message numerus="yes">
        <source>This computer has %n.</source>
        <translation>
            <numerusform>这台电脑有 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Memory for thumbnails</source>
        <translation>缩略图内存</translation>
    </message>
    <message>
        <source>%1 MB. More makes scrolling back quicker.</source>
        <translation>%1 MB。越多，往回滚动越快。</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
</context>
<context>
    <name>WriteBackSection</name>
    <message numerus="yes">
        <source>%n photo(s) could not be written.</source>
        <translation>
            <numerusform>%n 张照片未能写入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Ratings, tags, titles, descriptions and the names of faces are kept in the library. Other programs see them only where they are written beside the photos, or into them.</source>
        <translation>评分、标签、标题、说明和人脸的名字都保存在图库里。只有写在照片旁边或写进照片，其他程序才看得到。</translation>
    </message>
    <message>
        <source>Write beside the photos</source>
        <translation>写在照片旁边</translation>
    </message>
    <message>
        <source>An XMP file next to each photo of which something is said; for photos that the library keeps itself, in its own folder “sidecars”. The photos stay as they are, to the bit. Turned on, it is done for all photos once.</source>
        <translation>为每张有信息的照片在旁边放一个 XMP 文件；由图库自己保管的照片，则放在图库的 sidecars 文件夹里。照片本身一个比特也不变。打开后会先为所有照片写一遍。</translation>
    </message>
    <message>
        <source>Also write into the photos</source>
        <translation>同时写进照片</translation>
    </message>
    <message>
        <source>This changes your files: JPEG, PNG and WebP in folders that stay where they are. Each is written as a copy first, which takes its place only if its picture is the same to the bit. Photos that the library keeps itself are never changed.</source>
        <translation>这会改动您的文件：留在原处的文件夹里的 JPEG、PNG 和 WebP。每个文件都先写成副本，只有画面与原来逐比特相同才会替换。由图库自己保管的照片永远不会改动。</translation>
    </message>
</context>
</TS>
