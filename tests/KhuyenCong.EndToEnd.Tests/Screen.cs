namespace KhuyenCong.EndToEnd;

/// <summary>The two sizes every page is looked at in.</summary>
public static class Screen
{
    public static ViewportSize Desk { get; } = new() { Width = 1366, Height = 768 };

    public static ViewportSize Phone { get; } = new() { Width = 390, Height = 844 };
}
