// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// make_pictures FOLDER COUNT WIDTH HEIGHT: writes JPEGs that cost as much to read as photos do, with the metadata that
// a camera writes. The same arguments give the same pictures; those that are there already are left.
#include <exiv2/exiv2.hpp>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>

namespace {

// Clouds of every size, half as strong at half the size, as in nature; then edges and the grain of a sensor. Encoded at
// quality 90 that takes about two bits a pixel, like the photos of a telephone.
cv::Mat paint(cv::RNG &random, const cv::Size &size)
{
    cv::Mat sum(size, CV_32FC3, cv::Scalar::all(0));
    float strength = 70;
    for (int cells = 4; cells <= 256; cells *= 4, strength /= 2) {
        cv::Mat noise(cells * 3 / 4, cells, CV_32FC3);
        random.fill(noise, cv::RNG::UNIFORM, -strength, strength);
        cv::Mat clouds;
        cv::resize(noise, clouds, size, 0, 0, cv::INTER_CUBIC);
        sum += clouds;
    }
    cv::Mat picture;
    sum.convertTo(picture, CV_8UC3, 1, 120);
    for (int i = 0; i < 60; ++i) {
        const cv::Point middle(random.uniform(0, size.width), random.uniform(0, size.height));
        const cv::Size axes(random.uniform(4, size.width / 10), random.uniform(4, size.height / 10));
        const cv::Scalar colour(random.uniform(0, 256), random.uniform(0, 256), random.uniform(0, 256));
        cv::ellipse(picture, middle, axes, random.uniform(0, 180), 0, 360, colour, cv::FILLED, cv::LINE_AA);
    }
    cv::Mat grain(size, CV_8UC3);
    random.fill(grain, cv::RNG::NORMAL, 8, 8);
    picture += grain;
    return picture;
}

void addMetadata(const std::string &path, int number)
{
    char time[32];
    std::snprintf(time, sizeof time, "2024:%02d:%02d %02d:%02d:%02d", number / 28 % 12 + 1, number % 28 + 1,
                  number % 24, number % 60, number * 7 % 60);
    const auto image = Exiv2::ImageFactory::open(path);
    image->readMetadata();
    Exiv2::ExifData exif;
    exif["Exif.Image.Make"] = "Made up";
    exif["Exif.Image.Model"] = "Camera " + std::to_string(number % 5);
    exif["Exif.Image.Orientation"] = std::uint16_t(1);
    exif["Exif.Photo.DateTimeOriginal"] = time;
    exif["Exif.Photo.ISOSpeedRatings"] = std::uint16_t(100 << (number % 6));
    exif["Exif.Photo.ExposureTime"] = Exiv2::Rational(1, 30 << (number % 5));
    exif["Exif.Photo.FNumber"] = Exiv2::Rational(18 + number % 40, 10);
    exif["Exif.Photo.FocalLength"] = Exiv2::Rational(24 + number % 60, 1);
    exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
    exif["Exif.GPSInfo.GPSLatitude"] = "48/1 " + std::to_string(number % 60) + "/1 0/1";
    exif["Exif.GPSInfo.GPSLongitudeRef"] = "E";
    exif["Exif.GPSInfo.GPSLongitude"] = "11/1 " + std::to_string(number * 7 % 60) + "/1 0/1";
    image->setExifData(exif);
    image->writeMetadata();
}

bool make(const std::filesystem::path &folder, int number, const cv::Size &size)
{
    char name[32];
    std::snprintf(name, sizeof name, "picture_%05d.jpg", number);
    const auto path = folder / name;
    if (std::filesystem::exists(path)) {
        return true;
    }
    cv::RNG random(std::uint64_t(number) + 1);
    // Under another name until it is whole, so that a broken run leaves nothing that looks finished.
    const auto unfinished = folder / "unfinished.jpg";
    if (!cv::imwrite(unfinished.string(), paint(random, size), {cv::IMWRITE_JPEG_QUALITY, 90})) {
        return false;
    }
    addMetadata(unfinished.string(), number);
    std::filesystem::rename(unfinished, path);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 5) {
        std::fputs("usage: make_pictures FOLDER COUNT WIDTH HEIGHT\n", stderr);
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    const cv::Size size(std::atoi(argv[3]), std::atoi(argv[4]));
    if (size.width < 64 || size.height < 64) {
        std::fputs("The pictures must be 64 x 64 or larger.\n", stderr);
        return 2;
    }
    try {
        std::filesystem::create_directories(folder);
        for (int number = 0; number < std::atoi(argv[2]); ++number) {
            if (!make(folder, number, size)) {
                std::fprintf(stderr, "A picture cannot be written to %s.\n", argv[1]);
                return 1;
            }
        }
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
