using System.ComponentModel.DataAnnotations;
using System.Globalization;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Styles;

/// <summary>Every part of the look on one page, for those who build pages. Exists in Development only; its figures are invented.</summary>
[AllowAnonymous]
public class IndexModel(IWebHostEnvironment environment) : PageModel
{
    [BindProperty]
    public Sample Form { get; set; } = new();

    public ChartData Budget { get; } = new("tỷ đồng", ["2026", "2027", "2028", "2029", "2030"],
    [
        new("Khuyến công địa phương", [5.8m, 6.4m, 6.9m, 7.0m, 7.1m]),
        new("Khuyến công quốc gia", [0.6m, 0.6m, 0.6m, null, 0.7m]),
        new("Ngân sách cấp xã", [0.2m, 0.2m, 0.3m, 0.3m, 0.3m]),
    ]);

    /// <summary>The real communes of Khánh Hòa with invented figures.</summary>
    public TileMapModel Map { get; } = new("Số đề án theo xã, phường, đặc khu", "Đề án",
    [
        .. System.IO.File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "administrative-units.csv"))
            .Select(line => line.Split(','))
            .Where(unit => unit[0] == "56" && unit[2] == "commune")
            .Select((unit, i) => new Tile(unit[1], unit[5], Degrees(unit[6]), Degrees(unit[7]), i % 11 == 5 ? null : i * 7 % 5, i % 11 == 5 ? "chưa có số liệu" : $"{i * 7 % 5} đề án", "#")),
    ]);

    private static double? Degrees(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!environment.IsDevelopment())
        {
            context.Result = NotFound();
        }
    }

    public void OnGet()
    {
        Form = new() { Title = "Ứng dụng máy đóng gói tự động", Amount = new(280_000_000), On = new(2026, 11, 20), IsConditional = true };
    }

    public void OnPost()
    {
        if (Form.Title.Length < 5)
        {
            ModelState.AddModelError("Form.Title", "Nhập tên đầy đủ của đề án.");
        }
    }

    /// <summary>One of each kind of field.</summary>
    public sealed class Sample
    {
        public string Title { get; set; } = "";

        public Dong? Amount { get; set; }

        public DateOnly? On { get; set; }

        [Range(1, 100, ErrorMessage = "Số lượng từ 1 đến 100.")]
        public int? Quantity { get; set; }

        public string? Source { get; set; }

        public string? Note { get; set; }

        public bool IsConditional { get; set; }
    }
}
